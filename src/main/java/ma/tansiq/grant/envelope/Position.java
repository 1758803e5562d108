package ma.tansiq.grant.envelope;

/**
 * What an envelope holds: {@code voted} is the sum of the others.
 *
 * @param available not held by any file
 */
public record Position(Dirhams voted, Dirhams available, Dirhams reserved, Dirhams committed, Dirhams paid) {}
