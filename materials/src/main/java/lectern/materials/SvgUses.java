package lectern.materials;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/// Counts what a drawing paints once each `use` is what it names: ten of ten of ten grow out of a few lines.
final class SvgUses {
    private final Deque<Part> open = new ArrayDeque<>();
    private final Map<String, Part> named = new HashMap<>();
    private final Map<String, Long> known = new HashMap<>();

    private static final class Part {
        final String name;
        final List<String> uses = new ArrayList<>();
        long elements = 1;

        Part(String name) { this.name = name; }
    }

    SvgUses() { open.push(new Part("")); }

    void begin(XMLStreamReader at) {
        String name = "";
        String used = "";
        for (int i = 0; i < at.getAttributeCount(); i++) {
            if (at.getAttributeLocalName(i).equals("id")) name = at.getAttributeValue(i);
            if (at.getAttributeLocalName(i).equals("href")) used = at.getAttributeValue(i).strip();
        }
        var part = new Part(name);
        if (at.getLocalName().equals("use") && used.startsWith("#")) part.uses.add(used.substring(1));
        open.push(part);
    }

    void end() {
        Part part = open.pop();
        Part around = open.element();
        around.elements += part.elements;
        around.uses.addAll(part.uses);
        if (!part.name.isEmpty()) named.putIfAbsent(part.name, part);
    }

    /// As many as there are, or more than can be counted.
    long painted() { return painted(open.element()); }

    private long painted(Part part) {
        long all = part.elements;
        for (String use : part.uses) {
            Part used = named.get(use);
            if (used == null) continue;
            Long count = known.get(use);
            if (count == null) {
                known.put(use, 0L); // what names itself paints nothing more
                count = painted(used);
                known.put(use, count);
            }
            all = all > Long.MAX_VALUE - count ? Long.MAX_VALUE : all + count;
        }
        return all;
    }
}
