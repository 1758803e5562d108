package ma.tansiq.committee.paper;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.tansiq.committee.meeting.Attendance;
import ma.tansiq.committee.meeting.AttendanceSheets;
import ma.tansiq.committee.meeting.Meeting;
import ma.tansiq.committee.paper.PaperName.Language;
import ma.tansiq.identity.People;
import org.springframework.stereotype.Component;

/**
 * In which languages the papers of a meeting are made: French, in which they are signed, and Arabic always; English
 * where somebody convoked has chosen it.
 */
@Component
class PaperReaders {

    private final AttendanceSheets sheets;
    private final People people;

    PaperReaders(AttendanceSheets sheets, People people) {
        this.sheets = sheets;
        this.people = people;
    }

    /** French comes last: it is the one that counts as the newest. */
    List<Language> languages(Meeting meeting) {
        Set<String> convoked = sheets.of(meeting.reference()).stream()
                .flatMap(PaperReaders::accounts)
                .collect(Collectors.toSet());
        return people.anyReads(Locale.ENGLISH, convoked)
                ? List.of(Language.ENGLISH, Language.ARABIC, Language.FRENCH)
                : List.of(Language.ARABIC, Language.FRENCH);
    }

    private static Stream<String> accounts(Attendance each) {
        return each.alternate() == null ? Stream.of(each.account()) : Stream.of(each.account(), each.alternate());
    }
}
