package lectern.materials;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.poi.xslf.usermodel.XSLFSlide;

/// Where a deck's links lead: to the web or to another of its slides.
final class DeckLinks {
    private static final int MOST_LINKS = 10_000;
    private static final int LONGEST_ADDRESS = 2_000;

    private final PDDocument document;
    private final List<Link> links = new ArrayList<>();

    private record Link(PDPage from, PDRectangle place, String address) {}

    DeckLinks(PDDocument document) { this.document = document; }

    void add(PDPage from, PDRectangle place, String address) {
        if (links.size() < MOST_LINKS && address.length() <= LONGEST_ADDRESS)
            links.add(new Link(from, place, address));
    }

    void write(List<XSLFSlide> slides, List<Deck.Page> pages) throws IOException {
        for (Link link : links) {
            var annotation = new PDAnnotationLink();
            annotation.setRectangle(link.place());
            var border = new PDBorderStyleDictionary();
            border.setWidth(0);
            annotation.setBorderStyle(border);
            String address = link.address().toLowerCase(Locale.ROOT);
            if (address.startsWith("http://") || address.startsWith("https://")) {
                var action = new PDActionURI();
                action.setURI(link.address());
                annotation.setAction(action);
            } else {
                int slide = slide(address, slides, pages.get(document.getPages().indexOf(link.from())).slide());
                if (slide < 0) continue;
                var destination = new PDPageFitDestination();
                destination.setPage(document.getPage(first(pages, slide)));
                annotation.setDestination(destination);
            }
            link.from().getAnnotations().add(annotation);
        }
    }

    /// @return -1 when it leads to no slide
    private static int slide(String address, List<XSLFSlide> slides, int from) {
        int jump = address.indexOf("jump=");
        if (jump >= 0) {
            int to = switch (address.substring(jump + 5)) {
                case "nextslide" -> from + 1;
                case "previousslide" -> from - 1;
                case "firstslide" -> 0;
                case "lastslide" -> slides.size() - 1;
                default -> -1;
            };
            return to < slides.size() ? to : -1;
        }
        for (int i = 0; i < slides.size(); i++) {
            String part = slides.get(i).getPackagePart().getPartName().getName().toLowerCase(Locale.ROOT);
            if (part.endsWith(address.substring(address.lastIndexOf('/') + 1)) && address.contains("slide")) return i;
        }
        return -1;
    }

    private static int first(List<Deck.Page> pages, int slide) {
        for (int i = 0; i < pages.size(); i++) if (pages.get(i).slide() == slide) return i;
        return 0;
    }
}
