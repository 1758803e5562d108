package ma.tansiq.committee.body;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Who sits on a seat of a body during certain dates. People follow one another on a seat, each with a membership of
 * their own; a seat that nobody holds has a vacant membership, without account.
 *
 * @param seat {@code CP11.m1}
 * @param organisation code of the organisation that the seat stands for
 * @param account sign-in name of the holder; empty when the seat is vacant
 * @param validFrom first day, in Morocco
 * @param validTo last day, included; empty when open
 * @param interim whether this is the interim of an absent chair; then {@code act} and both dates are known
 * @param act number of the act that names an interim
 * @param alternateOf for an alternate, the seat it replaces when known
 * @param assumption whether the strategy's file assumes this seat rather than quoting a source
 */
@Table("membership")
public record Membership(
        @Id UUID id,
        String seat,
        String body,
        MemberRole role,
        @Nullable String organisation,
        MemberCategory category,
        @Nullable String account,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean interim,
        @Nullable String act,
        @Nullable String alternateOf,
        boolean assumption,
        @Version int version) {

    /**
     * Somebody was named interim of a body's chair; known from now on, in force from its first day on.
     *
     * @param recipients the interim, the person replaced, the secretary, and whoever acts as chair today
     */
    public record InterimNamed(Body body, Membership interim, List<String> recipients) {}

    /**
     * An interim ends before its time.
     *
     * @param interim as it was until now
     * @param lastDay included; null when it was withdrawn before it began
     * @param recipients as of {@link InterimNamed}
     */
    public record InterimEnded(
            Body body, Membership interim, @Nullable LocalDate lastDay, List<String> recipients) {}

    /** The named interim of that chair's seat. */
    static Membership interim(Membership chair, String account, String act, LocalDate from, LocalDate to) {
        return new Membership(
                UUID.randomUUID(),
                chair.seat,
                chair.body,
                MemberRole.CHAIR,
                chair.organisation,
                chair.category,
                account,
                from,
                to,
                true,
                act,
                null,
                false,
                0);
    }

    public boolean isVacant() {
        return account == null;
    }

    /**
     * Whether this alternate may represent whoever holds that seat: the seat that it is bound to, else any seat of the
     * same organisation in the body (rules A1, C3).
     */
    boolean standsInFor(Membership other) {
        if (role != MemberRole.ALTERNATE || !body.equals(other.body) || other.role == MemberRole.ALTERNATE) {
            return false;
        }
        return alternateOf == null
                ? organisation != null && organisation.equals(other.organisation)
                : alternateOf.equals(other.seat);
    }

    public boolean isActiveOn(LocalDate date) {
        return !date.isBefore(validFrom) && (validTo == null || !date.isAfter(validTo));
    }

    boolean overlaps(LocalDate from, LocalDate to) {
        return !to.isBefore(validFrom) && (validTo == null || !from.isAfter(validTo));
    }

    /** This membership, held by that person for all of its dates. */
    Membership heldBy(@Nullable String holder) {
        return with(id, holder, validFrom, validTo, version);
    }

    Membership endedOn(LocalDate lastDay) {
        return with(id, account, validFrom, lastDay, version);
    }

    /** What follows on the same seat from that day on. */
    Membership followedBy(@Nullable String holder, LocalDate from) {
        return with(UUID.randomUUID(), holder, from, null, 0);
    }

    /** This membership for that organisation, for all of its dates; an empty code is none. */
    Membership inOrganisation(@Nullable String code) {
        return new Membership(
                id,
                seat,
                body,
                role,
                code,
                category,
                account,
                validFrom,
                validTo,
                interim,
                act,
                alternateOf,
                assumption,
                version);
    }

    private Membership with(
            UUID otherId, @Nullable String holder, LocalDate from, @Nullable LocalDate to, int otherVersion) {
        return new Membership(
                otherId,
                seat,
                body,
                role,
                organisation,
                category,
                holder,
                from,
                to,
                interim,
                act,
                alternateOf,
                assumption,
                otherVersion);
    }
}
