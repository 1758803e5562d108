package ma.tansiq.document;

import java.io.InputStream;

/**
 * A file that somebody hands in.
 *
 * @param name as the person named it, without a path
 * @param declaredType media type that the sender claims; empty when it claims none
 * @param content read once; whoever opened it closes it
 */
public record Incoming(String name, String declaredType, InputStream content) {}
