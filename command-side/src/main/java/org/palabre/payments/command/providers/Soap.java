package org.palabre.payments.command.providers;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Envelopes of SOAP 1.1, as far as calls need them that say and answer a few texts. */
final class Soap {

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private Soap() {}

    /**
     * A call in its envelope.
     *
     * @param arguments in their order: texts and numbers by their names, and maps of such
     */
    static String write(String namespace, String call, Map<String, ?> arguments) {
        var envelope = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(envelope);
            xml.writeStartDocument();
            xml.writeStartElement("soap", "Envelope", ENVELOPE);
            xml.writeNamespace("soap", ENVELOPE);
            xml.writeStartElement("soap", "Body", ENVELOPE);
            xml.writeStartElement("api", call, namespace);
            xml.writeNamespace("api", namespace);
            write(xml, arguments);
            xml.writeEndDocument();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return envelope.toString();
    }

    private static void write(XMLStreamWriter xml, Map<?, ?> arguments) throws XMLStreamException {
        for (var argument : arguments.entrySet()) {
            xml.writeStartElement(argument.getKey().toString());
            if (argument.getValue() instanceof Map<?, ?> inner) {
                write(xml, inner);
            } else {
                xml.writeCharacters(argument.getValue().toString());
            }
            xml.writeEndElement();
        }
    }

    /** The texts in an envelope by the names of their elements, wherever they are; none if it is no XML. */
    static Map<String, String> read(String body) {
        var texts = new HashMap<String, String>();
        try {
            var xml = withoutDoctypes().createXMLStreamReader(new StringReader(body));
            var text = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                    case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
                    case XMLStreamConstants.END_ELEMENT -> {
                        texts.putIfAbsent(xml.getLocalName(), text.toString().strip());
                        text.setLength(0);
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException unreadable) {
            return Map.of();
        }
        return texts;
    }

    /** So that an answer leads to nothing outside of itself. */
    private static XMLInputFactory withoutDoctypes() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
