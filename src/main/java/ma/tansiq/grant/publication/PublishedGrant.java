package ma.tansiq.grant.publication;

import java.time.LocalDate;
import java.util.List;
import ma.tansiq.grant.envelope.Dirhams;

/**
 * What is published of a grant: organisations and money, and no person.
 *
 * @param organisation code of the association
 * @param nameFr its French name; the code when it has none
 * @param nameAr its Arabic name; the French one when it has none
 * @param signedOn day on which the second of both sides signed
 * @param status name of the agreement's state
 */
record PublishedGrant(
        String reference,
        String call,
        String title,
        String organisation,
        String nameFr,
        String nameAr,
        Dirhams amount,
        LocalDate signedOn,
        LocalDate startsOn,
        LocalDate endsOn,
        String status,
        List<Payment> payments) {

    /** An instalment that was paid. */
    record Payment(int instalment, LocalDate on, Dirhams amount) {}

    /** What was paid until now. */
    public Dirhams paid() {
        return payments.stream().map(Payment::amount).reduce(Dirhams.ZERO, Dirhams::plus);
    }
}
