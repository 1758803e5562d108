package ma.tansiq.committee.cadence;

import java.util.List;

/**
 * The figures of rule A2 about programme committees. Nothing is estimated: all counted meetings are in the lists behind
 * the figures.
 *
 * @param held meetings held since the first of January
 * @param owed meetings that the cadences ask for in a year
 * @param inPeriod committees whose last meeting is no longer ago than their cadence
 * @param committees all that have a cadence
 */
public record CadenceFigures(int held, int owed, int inPeriod, int committees) {

    public static CadenceFigures of(List<CadenceOverviews.Line> lines) {
        List<CadenceOverviews.Line> programmes = programmes(lines);
        return new CadenceFigures(
                programmes.stream().mapToInt(CadenceOverviews.Line::held).sum(),
                programmes.stream().mapToInt(CadenceOverviews.Line::owed).sum(),
                (int) programmes.stream()
                        .filter(CadenceOverviews.Line::inPeriod)
                        .count(),
                programmes.size());
    }

    /** The lines that the figures count. */
    public static List<CadenceOverviews.Line> programmes(List<CadenceOverviews.Line> lines) {
        return lines.stream().filter(line -> line.body().programme() != null).toList();
    }
}
