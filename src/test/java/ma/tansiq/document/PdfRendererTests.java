package ma.tansiq.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import ma.tansiq.engine.SimulatedData;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class PdfRendererTests {

    private static final PdfDetails DETAILS =
            new PdfDetails("Note", "Comité", "CP11-2026-03", Instant.parse("2026-11-24T09:00:00Z"));

    private final PdfRenderer renderer = new PdfRenderer(engine(), mock(SimulatedData.class));

    @Test
    void fetchesNothing() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();

        renderer.render("""
                <html><head><link rel="stylesheet" href="%1$s/a.css"/><style>@import url(%1$s/b.css);
                p { background-image: url(%1$s/c.png) } @font-face { font-family: x; src: url(%1$s/d.ttf) }</style></head>
                <body><p style="font-family: x">a</p><img src="%1$s/e.png" alt="e"/><img src="file:///etc/hostname" alt="f"/></body></html>""".formatted(address), Map.of(), Locale.FRENCH, DETAILS);
        server.stop(0);

        assertThat(requests).hasValue(0);
    }

    @Test
    void embedsEveryFont() throws IOException {
        byte[] pdf = renderer.render(
                "<html><head><style>p { font-family: text }</style></head><body><p>réunion اجتماع ⴰⵣⵓⵍ</p></body></html>",
                Map.of(),
                Locale.FRENCH,
                DETAILS);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage page = document.getPage(0);
            for (COSName name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    private static SpringTemplateEngine engine() {
        StringTemplateResolver templates = new StringTemplateResolver();
        templates.setTemplateMode(TemplateMode.HTML);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }
}
