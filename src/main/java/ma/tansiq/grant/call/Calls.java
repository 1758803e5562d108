package ma.tansiq.grant.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All calls for projects. */
@Component
public class Calls {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Calls(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Call> find(String reference) {
        return jdbc.sql("select * from grant_call where reference = :reference")
                .param("reference", reference)
                .query(this::call)
                .optional();
    }

    public Call required(String reference) {
        return find(reference).orElseThrow(() -> CallRefusal.because("unknown", reference));
    }

    /** What everybody may read, the one that closes last first. */
    public List<Call> published() {
        return jdbc.sql("select * from grant_call where published_at is not null order by closes_at desc, reference")
                .query(this::call)
                .list();
    }

    /** Every call, newest first. */
    public List<Call> all() {
        return jdbc.sql("select * from grant_call order by year desc, number desc")
                .query(this::call)
                .list();
    }

    /** One that everybody may read. */
    public Call publicCall(String reference) {
        return find(reference).filter(Call::isPublic).orElseThrow(() -> CallRefusal.because("unknown", reference));
    }

    /** The call, to be changed: whoever is changing it comes first. */
    Call toChange(String reference) {
        takeTurn(reference);
        return required(reference);
    }

    /** The number after the last of that year; others wait until this transaction ends. */
    int nextNumber(int year) {
        takeTurn("grant_call %d".formatted(year));
        return jdbc.sql("select coalesce(max(number), 0) + 1 from grant_call where year = :year")
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    private void takeTurn(String turn) {
        jdbc.sql("select take_turn(:turn)::text")
                .param("turn", turn)
                .query(String.class)
                .list();
    }

    void add(Call call) {
        jdbc.sql("""
                insert into grant_call (reference, year, number, kind, status, working_title, begun_by)
                values (:reference, :year, :number, :kind, :status, :title, :by)""")
                .param("reference", call.reference())
                .param("year", call.year())
                .param("number", call.number())
                .param("kind", call.kind().name())
                .param("status", call.status().name())
                .param("title", call.workingTitle())
                .param("by", call.begunBy())
                .update();
    }

    void save(Call call) {
        jdbc.sql("""
                update grant_call
                   set status = :status, terms = :terms, opens_at = :opensAt, closes_at = :closesAt,
                       drafted_by = :draftedBy, return_motive = :motive, approved_by = :approvedBy,
                       published_at = :publishedAt, closed_at = :closedAt
                 where reference = :reference""")
                .param("reference", call.reference())
                .param("status", call.status().name())
                .param("terms", call.drafted().map(this::write).orElse(null))
                .param(
                        "opensAt",
                        timestamp(call.drafted().map(CallTerms::opensAt).orElse(null)))
                .param(
                        "closesAt",
                        timestamp(call.drafted().map(CallTerms::closesAt).orElse(null)))
                .param("draftedBy", call.draftedBy())
                .param("motive", call.returnMotiveOrNull())
                .param("approvedBy", call.approvedBy())
                .param("publishedAt", timestamp(call.publishedAt()))
                .param("closedAt", timestamp(call.closedAt()))
                .update();
    }

    private String write(CallTerms terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable CallTerms read(@Nullable String terms) {
        try {
            return terms == null ? null : json.readValue(terms, CallTerms.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Call call(ResultSet row, int at) throws SQLException {
        return new Call(
                row.getString("reference"),
                row.getInt("year"),
                row.getInt("number"),
                CallKind.valueOf(row.getString("kind")),
                Call.Status.valueOf(row.getString("status")),
                row.getString("working_title"),
                read(row.getString("terms")),
                row.getString("begun_by"),
                row.getString("drafted_by"),
                row.getString("return_motive"),
                row.getString("approved_by"),
                instant(row.getTimestamp("published_at")),
                instant(row.getTimestamp("closed_at")));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
