package ma.tansiq.committee.body;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Who sits where, and when. Every question names its day, in Morocco. */
public interface Memberships extends Repository<Membership, UUID> {

    /** All seats of the body on that day, vacant ones too, in the order of rank and seat. */
    @Query("""
            select * from membership
             where body = :body and :date between valid_from and coalesce(valid_to, 'infinity')
             order by array_position(array['CHAIR','VICE_CHAIR','SECRETARY','FULL_MEMBER','ALTERNATE','OBSERVER','GUEST'], role::text),
                      interim desc, length(seat), seat""")
    List<Membership> activeOn(String body, LocalDate date);

    /** As {@link #activeOn(String, LocalDate)}, for every body. */
    @Query("""
            select * from membership where :date between valid_from and coalesce(valid_to, 'infinity')
             order by length(body), body,
                      array_position(array['CHAIR','VICE_CHAIR','SECRETARY','FULL_MEMBER','ALTERNATE','OBSERVER','GUEST'], role::text),
                      length(seat), seat, interim desc""")
    List<Membership> activeOn(LocalDate date);

    /** Every membership of that seat, the latest first: its history. */
    @Query("select * from membership where seat = :seat order by valid_from desc, interim desc")
    List<Membership> ofSeat(String seat);

    /** Every membership of the body's seats, in the order of rank and number, those of one seat from the first on. */
    @Query("""
            select * from membership where body = :body
             order by array_position(array['CHAIR','VICE_CHAIR','SECRETARY','FULL_MEMBER','ALTERNATE','OBSERVER','GUEST'], role::text),
                      length(seat), seat, valid_from""")
    List<Membership> ofBody(String body);

    @Query("select * from membership where account = :account order by valid_from desc, seat")
    List<Membership> ofAccount(String account);

    /** Codes of the bodies where the account holds a seat on that day, whatever its role. */
    @Query("""
            select distinct body from membership
             where account = :account and :date between valid_from and coalesce(valid_to, 'infinity') order by body""")
    List<String> bodiesOf(String account, LocalDate date);

    /** All seats on that day of every body where the account holds one. */
    @Query("""
            select * from membership
             where :date between valid_from and coalesce(valid_to, 'infinity')
               and body in (select body from membership
                             where account = :account and :date between valid_from and coalesce(valid_to, 'infinity'))
             order by body,
                      array_position(array['CHAIR','VICE_CHAIR','SECRETARY','FULL_MEMBER','ALTERNATE','OBSERVER','GUEST'], role::text),
                      interim desc, length(seat), seat""")
    List<Membership> activeAround(String account, LocalDate date);

    @Query("select * from membership where seat = :seat and valid_to is null and not interim")
    Optional<Membership> openOn(String seat);

    @Query("select * from membership where id = :id")
    Optional<Membership> find(UUID id);

    /** Interims that are in force on that day or begin later, the first to begin first. */
    @Query("select * from membership where interim and valid_to >= :date order by valid_from, body")
    List<Membership> interimsFrom(LocalDate date);

    /** Memberships of seats for one of those organisations that hold on that day or later, the seats in order. */
    @Query("""
            select * from membership
             where organisation = any(array[:organisations]::varchar[]) and coalesce(valid_to, 'infinity') >= :date
             order by body, length(seat), seat, valid_from""")
    List<Membership> ofOrganisations(Collection<String> organisations, LocalDate date);

    /** Removes what never took effect. */
    @Modifying
    @Query("delete from membership where id = :id")
    void delete(UUID id);

    /** Whether any membership begins or is over on a day after the first, up to and including the last. */
    @Query("""
            select exists (select from membership where valid_from > :first and valid_from <= :last
                                                     or valid_to >= :first and valid_to < :last)""")
    boolean changeBetween(LocalDate first, LocalDate last);

    /** The seat is no assumption any more, now and in its past. */
    @Modifying
    @Query("update membership set assumption = false, version = version + 1 where seat = :seat")
    void confirm(String seat);

    Membership save(Membership membership);

    /**
     * Those who exercise that role on that day; nobody when the seat is vacant. While an interim is named, the interim
     * alone exercises the chair.
     */
    default List<Membership> holders(String body, MemberRole role, LocalDate date) {
        return holders(activeOn(body, date), role);
    }

    /** As {@link #holders(String, MemberRole, LocalDate)}, among the seats of one body on one day. */
    default List<Membership> holders(List<Membership> seats, MemberRole role) {
        return Offices.of(seats).holders(role);
    }

    /** Accounts that may represent that person, among the seats of one body on one day. */
    default Set<String> alternatesOf(String account, List<Membership> seats) {
        List<Membership> represented =
                seats.stream().filter(each -> account.equals(each.account())).toList();
        return seats.stream()
                .filter(each -> represented.stream().anyMatch(each::standsInFor))
                .flatMap(each -> Stream.ofNullable(each.account()))
                .collect(Collectors.toSet());
    }

    /** Those who act as chair on that day: the interim, else the chair, else the vice-chair. */
    default List<Membership> presiding(String body, LocalDate date) {
        return Offices.of(activeOn(body, date)).presiding();
    }

    /**
     * Those who vote and count for the quorum on that day, each person once: chair (or interim), vice-chair and full
     * members; international partners only where the body lets them vote, then also as observers. Vacant seats do not
     * count.
     */
    default List<Membership> votingMembers(Body body, LocalDate date) {
        return votingMembers(body, activeOn(body.code(), date));
    }

    /** As {@link #votingMembers(Body, LocalDate)}, among the seats of that body on one day. */
    default List<Membership> votingMembers(Body body, List<Membership> seats) {
        return Offices.of(seats).voters(body.partnersVote());
    }
}
