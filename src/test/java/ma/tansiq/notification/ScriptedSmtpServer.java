package ma.tansiq.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on loopback that behaves as badly as a test asks it to. */
final class ScriptedSmtpServer implements AutoCloseable {

    /** Messages that the server took responsibility for, in order. */
    final List<MimeMessage> received = new CopyOnWriteArrayList<>();

    /** Replies to RCPT by address; others are taken. */
    final Map<String, String> recipientReplies = new ConcurrentHashMap<>();

    volatile String greeting = "220 test";
    volatile String senderReply = "250 ok";
    volatile String contentReply = "250 taken";
    volatile boolean silent;
    volatile boolean cutAfterFinalDot;

    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    ScriptedSmtpServer(int port) {
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread accepting = new Thread(this::accept, "scripted-smtp");
        accepting.setDaemon(true);
        accepting.start();
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> messageIds() {
        List<String> ids = new ArrayList<>();
        received.forEach(message -> ids.add(header(message, "Message-ID")));
        return ids;
    }

    List<String> recipients() {
        List<String> addresses = new ArrayList<>();
        received.forEach(message -> addresses.add(header(message, "To").replaceAll("(?s).*<(.*)>.*", "$1")));
        return addresses;
    }

    static String header(MimeMessage message, String name) {
        try {
            return String.valueOf(message.getHeader(name, null));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                Thread talking = new Thread(() -> talk(client), "scripted-smtp-client");
                talking.setDaemon(true);
                talking.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            if (silent) {
                in.readLine();
                in.readLine();
                return;
            }
            say(client, greeting);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!answer(client, in, line)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // the client went away
        }
    }

    private boolean answer(Socket client, BufferedReader in, String line) throws IOException {
        String command = line.toUpperCase(java.util.Locale.ROOT);
        if (command.startsWith("MAIL")) {
            say(client, senderReply);
        } else if (command.startsWith("RCPT")) {
            String address = line.replaceAll(".*<(.*)>.*", "$1");
            say(client, recipientReplies.getOrDefault(address, "250 ok"));
        } else if (command.startsWith("DATA")) {
            return take(client, in);
        } else if (command.startsWith("QUIT")) {
            say(client, "221 bye");
            return false;
        } else {
            say(client, "250 ok");
        }
        return true;
    }

    private boolean take(Socket client, BufferedReader in) throws IOException {
        say(client, "354 go on");
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !".".equals(line); line = in.readLine()) {
            message.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        if (contentReply.startsWith("250")) {
            received.add(parse(message.toString()));
        }
        if (cutAfterFinalDot) {
            return false;
        }
        say(client, contentReply);
        return true;
    }

    private static MimeMessage parse(String message) {
        try {
            return new MimeMessage(null, new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }
}
