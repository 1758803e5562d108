package ma.tansiq.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people chose about language and mail. */
@Component
class Preferences {

    record Preference(Optional<Language> language, MailMode mail) {

        static final Preference NONE = new Preference(Optional.empty(), MailMode.IMMEDIATE);
    }

    private final JdbcClient database;

    Preferences(JdbcClient database) {
        this.database = database;
    }

    Preference of(String account) {
        return database.sql("select language, mail from preference where account = :account")
                .param("account", account)
                .query((row, number) ->
                        new Preference(Language.of(row.getString("language")), MailMode.valueOf(row.getString("mail"))))
                .optional()
                .orElse(Preference.NONE);
    }

    /** What those of the accounts chose that chose anything. */
    Map<String, Preference> of(Collection<String> accounts) {
        return database
                .sql("select account, language, mail from preference where account = any(:accounts)")
                .param("accounts", accounts.toArray(String[]::new))
                .query((row, number) -> Map.entry(
                        row.getString("account"),
                        new Preference(
                                Language.of(row.getString("language")), MailMode.valueOf(row.getString("mail")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void chooseLanguage(String account, @Nullable Language language) {
        database.sql("""
                        insert into preference (account, language) values (:account, :language)
                        on conflict (account) do update set language = excluded.language
                        """)
                .param("account", account)
                .param("language", language == null ? null : language.code())
                .update();
    }

    void chooseMail(String account, MailMode mail) {
        database.sql("""
                        insert into preference (account, mail) values (:account, :mail)
                        on conflict (account) do update set mail = excluded.mail
                        """).param("account", account).param("mail", mail.name()).update();
    }
}
