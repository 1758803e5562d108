package ma.tansiq.document;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.IntFunction;
import org.springframework.dao.DataAccessException;

/** Reads a document chunk by chunk and hands out the last one only if the whole has the hash it was stored with. */
final class VerifiedStream extends InputStream {

    private final StoredDocument document;
    private final int chunks;
    private final IntFunction<byte[]> source;
    private final MessageDigest digest = Upload.sha256();
    private byte[] chunk = new byte[0];
    private int position;
    private int next;

    VerifiedStream(StoredDocument document, int chunks, IntFunction<byte[]> source) {
        this.document = document;
        this.chunks = chunks;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int read = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, into, offset, read);
        position += read;
        return read;
    }

    private boolean fill() throws IOException {
        if (position < chunk.length) {
            return true;
        }
        if (next == chunks) {
            return false;
        }
        chunk = fetch(next++);
        position = 0;
        return true;
    }

    private byte[] fetch(int number) throws IOException {
        byte[] bytes;
        try {
            bytes = source.apply(number);
        } catch (DataAccessException failed) {
            throw new IOException("document " + document.id() + " cannot be read", failed);
        }
        digest.update(bytes);
        if (number == chunks - 1) {
            verify();
        }
        return bytes;
    }

    private void verify() throws IOException {
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(document.sha256())) {
            throw new IOException(
                    "document " + document.id() + " has SHA-256 " + found + " instead of " + document.sha256());
        }
    }
}
