package ma.tansiq.grant.application;

/**
 * What the officer finds of one document.
 *
 * @param code of the line in the checklist
 * @param reason why it is returned; empty when it is accepted
 */
public record FileVerdict(String code, AttachedDocument.Verdict verdict, String reason) {}
