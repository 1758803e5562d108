package ma.tansiq.grant.call;

/** What people are told about a call, inside the transaction that makes it true. */
public final class CallEvents {

    private CallEvents() {}

    /** Everybody may read it. */
    public record Published(Call call) {}

    /** Applications are taken from now on. */
    public record Opened(Call call) {}

    /** The window is over. */
    public record Closed(Call call) {}
}
