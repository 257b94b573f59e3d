package lectern.materials;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lectern.materials.Deck.Part;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// A slide's own XML, for what POI doesn't say.
final class SlideMarkup {
    private final Element root;

    private SlideMarkup(Element root) { this.root = root; }

    static SlideMarkup read(InputStream in) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new SlideMarkup(builder.parse(in).getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    List<Element> all(String name) { return all(root, name); }

    /// What stands there that no drawing of POI's shows.
    Set<Part> undrawn() {
        var parts = EnumSet.noneOf(Part.class);
        if (!all("oMath").isEmpty()) parts.add(Part.EQUATION);
        if (!all("contentPart").isEmpty()) parts.add(Part.INK);
        if (!all("model3d").isEmpty()) parts.add(Part.MODEL);
        if (!all("videoFile").isEmpty() || !all("quickTimeFile").isEmpty()) parts.add(Part.FILM);
        if (!all("audioFile").isEmpty() || !all("wavAudioFile").isEmpty()) parts.add(Part.SOUND);
        return parts;
    }

    static List<Element> all(Element from, String name) {
        var list = from.getElementsByTagNameNS("*", name);
        var all = new ArrayList<Element>();
        for (int i = 0; i < list.getLength(); i++) all.add((Element) list.item(i));
        return all;
    }

    static List<Element> children(@Nullable Element of) {
        var children = new ArrayList<Element>();
        for (Node node = of == null ? null : of.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element child) children.add(child);
        return children;
    }

    static @Nullable Element child(@Nullable Element of, String name) {
        for (Element child : children(of)) if (name.equals(child.getLocalName())) return child;
        return null;
    }
}
