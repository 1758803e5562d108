package ma.tansiq.committee;

import static ma.tansiq.committee.CommitteeStage.chair;
import static ma.tansiq.committee.CommitteeStage.member;
import static ma.tansiq.committee.CommitteeStage.secretary;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import ma.tansiq.committee.MeetingCourse.Step;
import ma.tansiq.committee.matter.ExtractManagement;
import ma.tansiq.committee.meeting.MeetingFacts;
import ma.tansiq.committee.meeting.MeetingManagement;
import ma.tansiq.committee.meeting.MeetingPlan;
import ma.tansiq.committee.paper.PaperSigning;
import org.springframework.stereotype.Component;

/** Ways from a step of a meeting to its end, the usual one and those through which it is moved, returned or cancelled. */
@Component
class Detours {

    private static final int LATER = 28;

    enum Way {
        AS_USUAL,
        RESCHEDULED,
        RECONFIRMED,
        CANCELLED,
        AGENDA_RETURNED,
        ROUNDABOUT,
        MINUTES_RETURNED,
        BY_DEADLINE
    }

    private final CommitteeStage stage;
    private final MeetingManagement management;
    private final MeetingFacts facts;
    private final ExtractManagement extracts;
    private final PaperSigning papers;

    Detours(
            CommitteeStage stage,
            MeetingManagement management,
            MeetingFacts facts,
            ExtractManagement extracts,
            PaperSigning papers) {
        this.stage = stage;
        this.management = management;
        this.facts = facts;
        this.extracts = extracts;
        this.papers = papers;
    }

    /** What has happened already when the way begins. */
    void enter(Way way, MeetingCourse course) {
        if (way == Way.RECONFIRMED) {
            confirms(member(course.body(), 1), course);
            confirms(chair(course.body()), course);
            reschedule(course);
        }
    }

    void take(Way way, MeetingCourse course) {
        String body = course.body();
        String meeting = course.reference();
        switch (way) {
            case AS_USUAL -> course.toItsEnd();
            case RESCHEDULED -> {
                confirms(member(body, 1), course);
                reschedule(course);
                reconfirms(member(body, 1), course);
                course.toItsEnd();
            }
            case RECONFIRMED -> {
                reconfirms(member(body, 1), course);
                stage.fires(meeting, "Timer_ReconfirmationsClosed");
                course.toItsEnd();
            }
            case CANCELLED -> management.cancel(meeting, "Sans objet", secretary(body));
            case AGENDA_RETURNED -> {
                stage.does(chair(body), meeting, "Task_ApproveAgenda", returned());
                course.from(Step.COMPOSE).toItsEnd();
            }
            case ROUNDABOUT -> goRound(course);
            case MINUTES_RETURNED -> {
                stage.does(chair(body), meeting, "Task_SignMinutes", returned());
                course.from(Step.DRAFT_MINUTES).upTo(Step.SIGN_MINUTES);
                papers.signMinutes(meeting, scan(course), secretary(body));
                course.from(Step.SEAL).toItsEnd();
            }
            case BY_DEADLINE -> stage.fires(meeting, "Timer_AcknowledgementDue");
        }
    }

    /** Without quorum, then moved, then with a record that is returned and signed on paper. */
    private void goRound(MeetingCourse course) {
        String body = course.body();
        String meeting = course.reference();
        Map<String, Object> record = stage.record(meeting, chair(body), List.of(chair(body)), List.of());
        stage.does(secretary(body), meeting, "Task_RecordSession", record);
        course.moved(LATER)
                .from(Step.PLAN)
                .upTo(Step.PROPOSE)
                .from(Step.CONFIRM)
                .upTo(Step.RECORD);
        reschedule(course);
        course.from(Step.CONFIRM).upTo(Step.SIGN);
        stage.does(chair(body), meeting, "Task_SignDecisions", returned());
        course.from(Step.RECORD).upTo(Step.SIGN);
        papers.signDecisions(meeting, scan(course), secretary(body));
        course.from(Step.DISPATCH);
        if (!body.startsWith("CP")) {
            course.upTo(Step.ACKNOWLEDGE);
            acknowledgeInstead(course);
        }
        course.toItsEnd();
    }

    private void confirms(String person, MeetingCourse course) {
        stage.does(person, course.reference(), "Task_ConfirmAttendance", Map.of("answer", "ACCEPTED"));
    }

    private void reconfirms(String person, MeetingCourse course) {
        stage.does(person, course.reference(), "Task_ReconfirmAttendance", Map.of("answer", "DECLINED"));
    }

    private void reschedule(MeetingCourse course) {
        course.moved(LATER);
        MeetingPlan plan = new MeetingPlan(
                CommitteeStage.instant(course.session()),
                CommitteeStage.instant(course.session().plusHours(2)),
                "Rabat",
                null,
                null,
                true);
        management.reschedule(course.reference(), plan, "Salle inondée", secretary(course.body()));
    }

    private void acknowledgeInstead(MeetingCourse course) {
        String meeting = course.reference();
        String matter = facts.agenda(meeting).get(0).matter();
        stage.open(meeting, "Task_AcknowledgeExtract")
                .forEach(task -> extracts.acknowledgeInstead(
                        meeting, matter, MeetingCourse.origin(task), "Secrétariat vacant", "coord"));
    }

    private static Map<String, String> returned() {
        return Map.of("decision", "return", "remark", "À revoir");
    }

    private static PaperSigning.Scan scan(MeetingCourse course) {
        byte[] pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
                .getBytes(StandardCharsets.US_ASCII);
        return new PaperSigning.Scan(
                "signe.pdf",
                "application/pdf",
                new ByteArrayInputStream(pdf),
                course.session().toLocalDate(),
                "BO-2027/118");
    }
}
