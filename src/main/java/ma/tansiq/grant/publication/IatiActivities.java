package ma.tansiq.grant.publication;

import java.io.StringWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import ma.tansiq.grant.envelope.Dirhams;
import org.springframework.stereotype.Component;

/**
 * Grants as IATI 2.03 activities, elements in the order of its schema. Codes are those of IATI's lists: reporting organisation
 * 10 (government), roles 1 (funding) and 4 (implementing), organisation 22 (national non-governmental), transactions 2
 * (outgoing commitment) and 3 (disbursement).
 */
@Component
class IatiActivities {

    private static final String GOVERNMENT = "10";
    private static final String NATIONAL_ASSOCIATION = "22";

    private final PublicationSettings settings;
    private final Funder funder;
    private final Clock clock;

    IatiActivities(PublicationSettings settings, Funder funder, Clock clock) {
        this.settings = settings;
        this.funder = funder;
        this.clock = clock;
    }

    String of(List<PublishedGrant> grants) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("iati-activities");
            xml.writeAttribute("version", "2.03");
            xml.writeAttribute(
                    "generated-datetime",
                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
            String name = funder.name();
            for (PublishedGrant each : grants) {
                activity(xml, each, name);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
        return text.toString();
    }

    private void activity(XMLStreamWriter xml, PublishedGrant grant, String funderName) throws XMLStreamException {
        xml.writeStartElement("iati-activity");
        xml.writeAttribute("xml:lang", "fr");
        xml.writeAttribute("default-currency", "MAD");
        xml.writeStartElement("iati-identifier");
        xml.writeCharacters(settings.publisher() + "-" + grant.reference());
        xml.writeEndElement();
        organisation(xml, "reporting-org", funderName, "ref", settings.publisher(), "type", GOVERNMENT);
        narrated(xml, "title", grant.title());
        narrated(xml, "description", grant.title());
        organisation(xml, "participating-org", funderName, "role", "1", "type", GOVERNMENT);
        organisation(xml, "participating-org", grant.nameFr(), "role", "4", "type", NATIONAL_ASSOCIATION);
        empty(xml, "activity-status", "code", status(grant.status()));
        empty(xml, "activity-date", "type", "1", "iso-date", grant.startsOn().toString());
        empty(xml, "activity-date", "type", "3", "iso-date", grant.endsOn().toString());
        empty(xml, "recipient-country", "code", "MA");
        transaction(xml, "2", grant.signedOn(), grant.amount());
        for (PublishedGrant.Payment each : grant.payments()) {
            transaction(xml, "3", each.on(), each.amount());
        }
        xml.writeEndElement();
    }

    /** IATI's list of states: implementation, closed, cancelled, suspended. */
    private static String status(String status) {
        return switch (status) {
            case "CLOSED" -> "4";
            case "TERMINATED" -> "5";
            case "SUSPENDED" -> "6";
            default -> "2";
        };
    }

    private static void transaction(XMLStreamWriter xml, String kind, LocalDate on, Dirhams amount)
            throws XMLStreamException {
        xml.writeStartElement("transaction");
        empty(xml, "transaction-type", "code", kind);
        empty(xml, "transaction-date", "iso-date", on.toString());
        xml.writeStartElement("value");
        xml.writeAttribute("currency", "MAD");
        xml.writeAttribute("value-date", on.toString());
        xml.writeCharacters(amount.amount().toPlainString());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void organisation(XMLStreamWriter xml, String element, String name, String... attributes)
            throws XMLStreamException {
        xml.writeStartElement(element);
        write(xml, attributes);
        narrative(xml, name);
        xml.writeEndElement();
    }

    private static void narrated(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        narrative(xml, text);
        xml.writeEndElement();
    }

    private static void narrative(XMLStreamWriter xml, String text) throws XMLStreamException {
        xml.writeStartElement("narrative");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void empty(XMLStreamWriter xml, String element, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        write(xml, attributes);
    }

    private static void write(XMLStreamWriter xml, String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }
}
