package ma.tansiq.committee.web;

import java.util.List;
import ma.tansiq.committee.consultation.Consultation;
import ma.tansiq.committee.consultation.ConsultationAnswer;

/** A written consultation as the matter's page shows it. */
record ConsultationLine(Consultation consultation, List<ConsultationAnswer> answers, List<Moment> moments) {}
