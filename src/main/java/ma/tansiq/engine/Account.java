package ma.tansiq.engine;

/** A person who can sign in, as the engine's identity tables know them. The id is the sign-in name, such as {@code sec.cp11}. */
public record Account(String id, String givenName, String familyName, String email) {

    public String name() {
        return (givenName + " " + familyName).strip();
    }
}
