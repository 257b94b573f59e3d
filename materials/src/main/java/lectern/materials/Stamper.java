package lectern.materials;

import java.awt.geom.AffineTransform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Writes pages of documents with ink over them, in the child. A page goes into the new file as a form with its own content and
/// fonts, so that it stays vectors and text; it is turned upright there, and what forms and notes showed becomes part of it,
/// below the ink. Of its links those to the web and to pages that are written, too, are kept; nothing else that a PDF can do.
final class Stamper implements AutoCloseable {
    private final Limits limits;
    private final Path folder;
    private final long diskBytes;
    private final PDDocument into;
    /// One for all pages, so that fonts and pictures that they share are written once.
    private final LayerUtility layers;
    private final Map<String, PdfFile> files = new HashMap<>();
    private final Map<Origin, PDFormXObject> forms = new HashMap<>();
    private final Map<Origin, PDPage> written = new HashMap<>();
    private final List<Jump> jumps = new ArrayList<>();

    private record Origin(String file, int page) {}

    /// A link within a document, which leads somewhere when all pages are there.
    private record Jump(PDPage from, PDAnnotationLink link, Origin to) {}

    private Stamper(Limits limits, Path folder, long diskBytes) {
        this.limits = limits;
        this.folder = folder;
        this.diskBytes = diskBytes;
        into = new PDDocument(MemoryUsageSetting.setupMixed(PdfFile.MEMORY_BYTES, PdfFile.MEMORY_BYTES + diskBytes)
                .setTempDir(folder.toFile()).streamCache);
        layers = new LayerUtility(into);
    }

    /// Writes into a file that is there already: whoever takes it away meanwhile isn't given another.
    static void stamp(Request.Stamp request, Limits limits, Path folder, long diskBytes, Consumer<Progress> onProgress)
            throws IOException, RefusedException {
        if (request.sheets().size() > limits.pages())
            throw new RefusedException(Refusal.TOO_MANY_PAGES, request.sheets().size() + " pages");
        try (var stamper = new Stamper(limits, folder, diskBytes)) {
            int all = request.sheets().size();
            for (int i = 0; i < all; i++) {
                stamper.add(request.sheets().get(i));
                onProgress.accept(new Progress(i + 1, all));
            }
            stamper.joinJumps();
            stamper.into.getDocumentInformation().setProducer("Lectern");
            try (var out = Files.newOutputStream(Path.of(request.file()), StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                stamper.into.save(out);
            }
        }
    }

    private void add(Request.Sheet sheet) throws IOException, RefusedException {
        PdfFile below = sheet.document() == null ? null : file(sheet.document());
        PdfFile above = sheet.overlay() == null ? null : file(sheet.overlay());
        PDPage original = below == null ? null : below.page(sheet.page());
        PDPage ink = above == null ? null : above.page(sheet.overlayPage());
        PDPage measure = original != null ? original : ink;
        double width = sheet.width() > 0 || measure == null ? sheet.width() : PdfFile.width(measure);
        double height = sheet.height() > 0 || measure == null ? sheet.height() : PdfFile.height(measure);
        if (!(Math.max(width, height) <= limits.pageUnits()))
            throw new RefusedException(Refusal.PAGE_TOO_LARGE, width + " x " + height + " units");
        var paper = new PDPage(new PDRectangle((float) points(width), (float) points(height)));
        into.addPage(paper);
        try (var content = new PDPageContentStream(into, paper)) {
            if (below != null && original != null) {
                var place = AffineTransform.getTranslateInstance(points(sheet.x()),
                        points(height - sheet.y() - PdfFile.height(original)));
                place.concatenate(upright(original));
                draw(content, form(below, sheet.document(), sheet.page()), place);
                addLinks(below, sheet, paper, height);
                written.putIfAbsent(new Origin(sheet.document(), sheet.page()), paper);
            }
            if (above != null && ink != null) {
                var place = AffineTransform.getScaleInstance(width / PdfFile.width(ink), height / PdfFile.height(ink));
                place.concatenate(upright(ink));
                draw(content, form(above, sheet.overlay(), sheet.overlayPage()), place);
            }
        }
    }

    private static void draw(PDPageContentStream content, PDFormXObject form, AffineTransform place)
            throws IOException {
        content.saveGraphicsState();
        content.transform(new Matrix(place));
        content.drawForm(form);
        content.restoreGraphicsState();
    }

    private PdfFile file(String name) throws IOException, RefusedException {
        PdfFile file = files.get(name);
        if (file == null) {
            Reader.check(new File(name));
            file = PdfFile.open(new File(name), limits, folder, diskBytes);
            files.put(name, file);
        }
        return file;
    }

    private PDFormXObject form(PdfFile file, String name, int number) throws IOException, RefusedException {
        var origin = new Origin(name, number);
        PDFormXObject form = forms.get(origin);
        if (form == null) {
            PDPage page = file.page(number);
            Appearances.flatten(file.document, page);
            form = layers.importPageAsForm(file.document, page);
            form.setMatrix(new AffineTransform()); // it is placed by us
            form.setBBox(page.getCropBox());
            forms.put(origin, form);
        }
        return form;
    }

    private void addLinks(PdfFile file, Request.Sheet sheet, PDPage paper, double height)
            throws IOException, RefusedException {
        for (PageLinks.Link found : file.links(sheet.page()).links()) {
            var link = new PDAnnotationLink();
            var box = found.box();
            link.setRectangle(new PDRectangle((float) points(sheet.x() + box.x()),
                    (float) points(height - sheet.y() - box.y() - box.height()), (float) points(box.width()),
                    (float) points(box.height())));
            var border = new PDBorderStyleDictionary();
            border.setWidth(0);
            link.setBorderStyle(border);
            switch (found.target()) {
                case PageLinks.ToAddress(var address) -> {
                    var action = new PDActionURI();
                    action.setURI(address);
                    link.setAction(action);
                    paper.getAnnotations().add(link);
                }
                case PageLinks.ToPage(var number) ->
                    jumps.add(new Jump(paper, link, new Origin(sheet.document(), number)));
            }
        }
    }

    private void joinJumps() throws IOException {
        for (Jump jump : jumps) {
            @Nullable
            PDPage there = written.get(jump.to());
            if (there == null) continue;
            var destination = new PDPageFitDestination();
            destination.setPage(there);
            jump.link().setDestination(destination);
            jump.from().getAnnotations().add(jump.link());
        }
    }

    /// From a page's points to those above the lower left corner of the page as it is looked at.
    private static AffineTransform upright(PDPage page) {
        PDRectangle crop = page.getCropBox();
        double width = crop.getWidth();
        double height = crop.getHeight();
        var upright = switch (page.getRotation()) {
            case 90 -> new AffineTransform(0, -1, 1, 0, 0, width);
            case 180 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 270 -> new AffineTransform(0, 1, -1, 0, height, 0);
            default -> new AffineTransform();
        };
        upright.translate(-crop.getLowerLeftX(), -crop.getLowerLeftY());
        return upright;
    }

    private static double points(double units) { return units / PdfFile.UNITS_PER_POINT; }

    @Override
    public void close() throws IOException {
        for (PdfFile file : files.values()) file.close();
        into.close();
    }
}
