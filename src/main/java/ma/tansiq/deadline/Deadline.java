package ma.tansiq.deadline;

import java.time.Instant;

/** One task's deadline, as all its reminders and escalations count from it. */
record Deadline(String taskKind, String level, Instant createdAt, Instant dueAt) {}
