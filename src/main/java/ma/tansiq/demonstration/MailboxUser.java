package ma.tansiq.demonstration;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;

/** Whoever mail arrives for: hands it to the mailbox, so that the server itself keeps nothing in memory. */
record MailboxUser(Mailbox mailbox, MailAddress address) implements GreenMailUser {

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        mailbox.keep(address.getEmail(), message);
    }

    @Override
    public String getEmail() {
        return address.getEmail();
    }

    @Override
    public String getLogin() {
        return address.getEmail();
    }

    @Override
    public String getQualifiedMailboxName() {
        return address.getEmail();
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        throw new UnsupportedOperationException("nobody signs in to the mailbox");
    }

    @Override
    public void authenticate(String password) {
        throw new UnsupportedOperationException("nobody signs in to the mailbox");
    }

    @Override
    public void create() {}

    @Override
    public void delete() {}
}
