package ma.tansiq.grant.envelope;

/** What one file holds of its call's envelope. */
public record FilePosition(Dirhams reserved, Dirhams committed, Dirhams paid) {}
