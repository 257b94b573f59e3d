package lectern.materials;

import java.awt.geom.Rectangle2D;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import lectern.materials.Deck.Incomplete;
import lectern.materials.Deck.Part;
import lectern.materials.DeckSteps.Target;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.poi.EmptyFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.util.Units;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/// A deck of PowerPoint, drawn page by page into a PDF: its text as text, its shapes as shapes, each step of an animation as a page.
final class DeckFile implements AutoCloseable {
    private static final int MOST_SLIDES = 1_000;
    private static final int LONGEST_NOTES = 20_000;
    private static final double UNITS_PER_POINT = PdfFile.UNITS_PER_POINT;

    private final XMLSlideShow show;
    /// In points.
    private final float width;
    private final float height;
    private final PDDocument document;
    private final Limits limits;
    private final DeckFonts fonts = new DeckFonts();
    private final DeckPictures pictures;
    private final TextWriter writer;
    private final DeckLinks links;
    private final List<Deck.Page> pages = new ArrayList<>();
    private final List<Incomplete> incomplete = new ArrayList<>();

    private DeckFile(XMLSlideShow show, PDDocument document, Limits limits) {
        this.show = show;
        var size = show.getCTPresentation().getSldSz();
        width = (float) Units.toPoints(size.getCx());
        height = (float) Units.toPoints(size.getCy());
        this.document = document;
        this.limits = limits;
        pictures = new DeckPictures(document, limits);
        writer = new TextWriter(document);
        links = new DeckLinks(document);
    }

    /// @param file     that [ZipLimits] has let through
    /// @param document that is written into
    static DeckFile open(File file, PDDocument document, Limits limits) throws IOException, RefusedException {
        FileKind kind = FileKind.of(file);
        if (kind != FileKind.PPTX) throw kind.refused();
        countSlides(file);
        ZipSecureFile.setMaxFileCount(100_000); // counted above
        ZipSecureFile.setMinInflateRatio(0.001);
        try {
            return new DeckFile(new XMLSlideShow(OPCPackage.open(file, PackageAccess.READ)), document, limits);
        } catch (OpenXML4JException | POIXMLException | EmptyFileException e) {
            throw new IOException(e);
        }
    }

    /// Before all of them are read.
    private static void countSlides(File file) throws IOException, RefusedException {
        try (var zip = new ZipFile(file)) {
            long slides = zip.stream().filter(entry -> entry.getName().matches("(?i)ppt/slides/[^/]+\\.xml")).count();
            if (slides > MOST_SLIDES) throw new RefusedException(Refusal.TOO_MANY_PAGES, slides + " slides");
        }
    }

    Deck draw(Consumer<Progress> onProgress) throws IOException, RefusedException {
        List<XSLFSlide> slides = show.getSlides();
        if (slides.isEmpty()) throw new RefusedException(Refusal.EMPTY, "no slides");
        if (slides.size() > MOST_SLIDES) throw new RefusedException(Refusal.TOO_MANY_PAGES, slides.size() + " slides");
        if (!(Math.max(width, height) * UNITS_PER_POINT <= limits.pageUnits()))
            throw new RefusedException(Refusal.PAGE_TOO_LARGE, width + " x " + height + " points");
        if (Math.min(width, height) < 1) throw new RefusedException(Refusal.BROKEN, "no size");
        for (int i = 0; i < slides.size(); i++) {
            onProgress.accept(new Progress(i, slides.size()));
            try {
                draw(slides.get(i), i);
            } catch (DeckPictures.Bomb bomb) {
                throw bomb.refused;
            }
        }
        links.write(slides, pages);
        writer.finish();
        String title = show.getProperties().getCoreProperties().getTitle();
        return new Deck(PdfFile.title(title), pages, fonts.missing(), incomplete);
    }

    @Override
    public void close() throws IOException { show.getPackage().revert(); }

    private void draw(XSLFSlide slide, int number) throws IOException, RefusedException {
        SlideMarkup markup;
        try (var in = slide.getPackagePart().getInputStream()) {
            markup = SlideMarkup.read(in);
        }
        Set<Part> missing = EnumSet.noneOf(Part.class);
        missing.addAll(markup.undrawn());
        int step = 0;
        for (Set<Target> hidden : DeckSteps.of(markup)) {
            if (pages.size() == limits.pages()) throw new RefusedException(Refusal.TOO_MANY_PAGES, "too many steps");
            var drawing = new DeckDrawing(slide, hidden, fonts, pictures);
            draw(drawing);
            missing.addAll(drawing.missing());
            pages.add(new Deck.Page(number, step, slide.isHidden(), step == 0 ? notes(slide) : ""));
            step++;
        }
        if (!missing.isEmpty()) incomplete.add(new Incomplete(number, List.copyOf(missing)));
    }

    private void draw(DeckDrawing drawing) throws IOException {
        var page = new PDPage(new PDRectangle(width, height));
        var graphics = new DeckGraphics(document, width, height, writer, pictures);
        drawing.draw(graphics);
        graphics.disposeDanglingChildGraphics();
        graphics.dispose();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.setNonStrokingColor(1f);
            content.addRect(0, 0, width, height);
            content.fill();
            content.drawForm(graphics.getXFormObject());
        }
        for (DeckGraphics.Link link : graphics.links()) {
            Rectangle2D place = link.place();
            links.add(page, new PDRectangle((float) place.getX(), (float) (height - place.getMaxY()),
                    (float) place.getWidth(), (float) place.getHeight()), link.address());
        }
    }

    private static String notes(XSLFSlide slide) {
        XSLFNotes notes = slide.getNotes();
        if (notes == null) return "";
        var text = new StringBuilder();
        for (XSLFShape any : notes.getShapes()) {
            // LibreOffice writes a plain shape; PowerPoint's others are the slide's picture, number, date and footer.
            if (!(any instanceof XSLFTextShape shape) || shape.getText().isBlank()) continue;
            Placeholder kind = shape.getTextType();
            if (kind != null && kind != Placeholder.BODY) continue;
            if (!text.isEmpty()) text.append('\n');
            text.append(shape.getText().replace('\u000b', '\n').strip());
        }
        return text.substring(0, Math.min(LONGEST_NOTES, text.length()));
    }
}
