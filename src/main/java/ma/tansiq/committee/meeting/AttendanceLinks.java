package ma.tansiq.committee.meeting;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ma.tansiq.engine.KeyFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tokens by which one person answers one convocation without signing in (rule D1), signed with a key that the database
 * never sees. A mail is kept with {@link #unsigned} tokens; they are signed when it is sent, and only those of whoever it is
 * sent to: neither what is stored nor what somebody typed into a mail lets anybody answer for others.
 */
@Component
public class AttendanceLinks {

    private static final int LONGEST = 400;
    private static final String TO_BE_SIGNED = "~";
    private static final Pattern TOKENS = Pattern.compile("([A-Za-z0-9_-]{8,300})\\.~");

    private final KeyFile keys;

    AttendanceLinks(@Value("${tansiq.link-key:}") String setting, @Value("${tansiq.data-directory}") Path directory) {
        keys = new KeyFile(setting, "TANSIQ_LINK_KEY", directory.resolve("link.key"), "signed links");
    }

    /**
     * What a token says.
     *
     * @param sequence number of the invitation that it came with; a later one ends it
     */
    public record Link(String meeting, int sequence, String account) {}

    /** A token that is nothing until the mail with it is sent. */
    public static String unsigned(String meeting, int sequence, String account) {
        return encoded((meeting + " " + sequence + " " + account).getBytes(StandardCharsets.UTF_8))
                + "."
                + TO_BE_SIGNED;
    }

    /** The text with tokens of that person for that meeting signed, and others as they are. */
    public String signed(String text, String account, String meeting) {
        return text.contains("." + TO_BE_SIGNED)
                ? TOKENS.matcher(text).replaceAll(found -> signed(found, account, meeting))
                : text;
    }

    private String signed(MatchResult found, String account, String meeting) {
        boolean own = parsed(found.group(1))
                .filter(link -> link.account().equals(account) && link.meeting().equals(meeting))
                .isPresent();
        return own ? found.group(1) + "." + signature(found.group(1)) : found.group();
    }

    /** Empty when the token is not ours, not whole, or was changed; nothing is looked up to find out. */
    public Optional<Link> read(String token) {
        int dot = token.indexOf('.');
        if (token.length() > LONGEST || dot < 0) {
            return Optional.empty();
        }
        byte[] expected = signature(token.substring(0, dot)).getBytes(StandardCharsets.US_ASCII);
        byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given) ? parsed(token.substring(0, dot)) : Optional.empty();
    }

    private static Optional<Link> parsed(String payload) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8).split(" ", 3);
            return parts.length == 3
                    ? Optional.of(new Link(parts[0], Integer.parseInt(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private String signature(String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.key(), "HmacSHA256"));
            return encoded(mac.doFinal(("attendance " + payload).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no link can be signed", impossible);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
