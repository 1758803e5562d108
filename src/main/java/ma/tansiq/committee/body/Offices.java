package ma.tansiq.committee.body;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The seats of one body on one day, read as who exercises what. A named interim takes the place of the chair; a
 * vice-chair exercises the chair while that seat is vacant.
 */
record Offices(List<Membership> seats) {

    /** Reads the active memberships of one body, in the order of rank. */
    static Offices of(List<Membership> active) {
        return new Offices(
                active.stream().filter(Predicate.not(Membership::isVacant)).toList());
    }

    List<Membership> holders(MemberRole role) {
        return role == MemberRole.CHAIR ? chair() : inRole(role).toList();
    }

    /** Who may act as chair: interim, else chair, else vice-chair. */
    List<Membership> presiding() {
        return chair().isEmpty() ? inRole(MemberRole.VICE_CHAIR).toList() : chair();
    }

    /** The chair in whose office an interim acts: still a member, who reads and reviews. */
    List<Membership> replaced() {
        List<Membership> acting = chair();
        return inRole(MemberRole.CHAIR).filter(each -> !acting.contains(each)).toList();
    }

    List<Membership> voters(boolean partnersVote) {
        Set<String> counted = new HashSet<>();
        return Stream.of(
                        chair().stream(),
                        inRole(MemberRole.VICE_CHAIR),
                        inRole(MemberRole.FULL_MEMBER),
                        inRole(MemberRole.OBSERVER).filter(Offices::isPartner))
                .flatMap(s -> s)
                .filter(s -> partnersVote || !isPartner(s))
                .filter(s -> counted.add(Objects.requireNonNull(s.account())))
                .toList();
    }

    private List<Membership> chair() {
        List<Membership> interim =
                inRole(MemberRole.CHAIR).filter(Membership::interim).toList();
        return interim.isEmpty() ? inRole(MemberRole.CHAIR).toList() : interim;
    }

    private Stream<Membership> inRole(MemberRole role) {
        return seats.stream().filter(s -> s.role() == role);
    }

    private static boolean isPartner(Membership seat) {
        return seat.category() == MemberCategory.INTERNATIONAL_PARTNER;
    }
}
