package lectern.materials;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/// A PDF that is open, in the child.
final class PdfFile implements PageFile {
    /// A page unit is a pixel at 96 dpi, a PDF's point is 1/72 inch.
    static final double UNITS_PER_POINT = 96.0 / 72;
    static final long MEMORY_BYTES = 32 << 20;
    /// The library's own are bicubic: a scan takes three times as long with that and isn't sharper.
    private static final RenderingHints HINTS = new RenderingHints(Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR,
            RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY));
    private static final int LONGEST_TITLE = 200;

    final PDDocument document;
    private final PDFRenderer renderer;
    private final List<PDPage> pages;
    private final Limits limits;

    private PdfFile(PDDocument document, List<PDPage> pages, Limits limits) {
        this.document = document;
        this.pages = pages;
        this.limits = limits;
        renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        renderer.setRenderingHints(HINTS);
    }

    /// @param folder for what doesn't fit the memory
    static PdfFile open(File file, Limits limits, Path folder, long diskBytes) throws IOException, RefusedException {
        FileKind kind = FileKind.of(file);
        if (kind != FileKind.PDF && kind != FileKind.UNKNOWN) throw kind.refused();
        var memory = MemoryUsageSetting.setupMixed(MEMORY_BYTES, MEMORY_BYTES + diskBytes)
                .setTempDir(folder.toFile());
        PDDocument document;
        try {
            document = Loader.loadPDF(file, memory.streamCache);
        } catch (InvalidPasswordException e) {
            throw new RefusedException(Refusal.ENCRYPTED, "a password is needed");
        }
        try {
            var pdf = new PdfFile(document, pages(document, limits), limits);
            for (PDPage page : pdf.pages) pdf.check(page);
            pdf.fillIn();
            return pdf;
        } catch (RefusedException | RuntimeException | StackOverflowError e) {
            document.close();
            throw e;
        }
    }

    private static List<PDPage> pages(PDDocument document, Limits limits) throws RefusedException {
        if (document.getNumberOfPages() > limits.pages()) throw tooMany(limits);
        var pages = new ArrayList<PDPage>();
        for (PDPage page : document.getPages()) {
            if (pages.size() == limits.pages()) throw tooMany(limits);
            pages.add(page);
        }
        if (pages.isEmpty()) throw new RefusedException(Refusal.EMPTY, "no pages");
        return pages;
    }

    private static RefusedException tooMany(Limits limits) {
        return new RefusedException(Refusal.TOO_MANY_PAGES, "more than " + limits.pages() + " pages");
    }

    /// Gives fields their looks where the file leaves that to its reader, which asking for the form does.
    private void fillIn() {
        try {
            document.getDocumentCatalog().getAcroForm();
        } catch (RuntimeException e) {
            // They are shown as they are.
        }
    }

    private void check(PDPage page) throws RefusedException {
        PDRectangle box = page.getCropBox();
        double longer = Math.max(box.getWidth(), box.getHeight()) * UNITS_PER_POINT;
        double shorter = Math.min(box.getWidth(), box.getHeight());
        if (!(longer <= limits.pageUnits())) throw new RefusedException(Refusal.PAGE_TOO_LARGE, longer + " units");
        if (!(shorter > 0)) throw new RefusedException(Refusal.BROKEN, "a page without a size");
    }

    @Override
    public Document document() {
        return new Document(title(document.getDocumentInformation().getTitle()), pages.stream()
                .map(page -> new Document.Page(width(page), height(page), usesFonts(page.getResources(), 3))).toList());
    }

    static String title(@Nullable String said) {
        String title = said == null ? "" : said.replaceAll("\\p{Cntrl}", " ").strip();
        return title.substring(0, Math.min(LONGEST_TITLE, title.length()));
    }

    @Override
    public Image picture(int number, double scale) throws IOException, RefusedException {
        PDPage page = page(number);
        double pixelsPerUnit = Math.min(scale, Math.sqrt(limits.pixels() / (width(page) * height(page))));
        return Pictures.page(paint(number, pixelsPerUnit, 0, 0, pixels(width(page) * pixelsPerUnit),
                pixels(height(page) * pixelsPerUnit)), limits);
    }

    @Override
    public Image tile(Request.PageTile tile) throws IOException, RefusedException {
        PDPage page = page(tile.page());
        int width = Math.min(tile.width(), pixels(width(page) * tile.scale()) - tile.x());
        int height = Math.min(tile.height(), pixels(height(page) * tile.scale()) - tile.y());
        if (width < 1 || height < 1) throw new RefusedException(Refusal.NOT_THERE, "beside the page");
        if ((long) width * height > limits.pixels())
            throw new RefusedException(Refusal.PAGE_TOO_LARGE, width + " x " + height + " pixels");
        return Pictures.page(paint(tile.page(), tile.scale(), tile.x(), tile.y(), width, height), limits);
    }

    private static int pixels(double side) { return Math.max(1, (int) Math.ceil(side - 1e-6)); }

    /// Cuts the page itself down to what is asked while it is painted: whatever the renderer keeps besides the picture, the
    /// layers of transparent groups above all, then has the part's size, too.
    private BufferedImage paint(int number, double scale, int x, int y, int width, int height)
            throws IOException, RefusedException {
        PDPage page = page(number);
        // A little more to the right and below, since the renderer rounds the size down.
        var part = new Rectangle2D.Double(x / scale, y / scale, (width + 0.3) / scale, (height + 0.3) / scale);
        Rectangle2D points;
        try {
            points = toView(page).createInverse().createTransformedShape(part).getBounds2D();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException(e); // it turns and scales
        }
        PDRectangle crop = page.getCropBox();
        var box = new PDRectangle((float) (crop.getLowerLeftX() + points.getX()),
                (float) (crop.getLowerLeftY() + points.getY()), (float) points.getWidth(),
                (float) points.getHeight());
        COSDictionary entries = page.getCOSObject();
        COSBase media = entries.getItem(COSName.MEDIA_BOX);
        COSBase cropped = entries.getItem(COSName.CROP_BOX);
        try {
            entries.setItem(COSName.MEDIA_BOX, box);
            entries.setItem(COSName.CROP_BOX, box);
            return renderer.renderImage(number, (float) (scale * UNITS_PER_POINT), ImageType.RGB);
        } finally {
            entries.setItem(COSName.MEDIA_BOX, media); // null takes it out
            entries.setItem(COSName.CROP_BOX, cropped);
        }
    }

    @Override
    public PageText text(int number) throws IOException, RefusedException {
        PDPage page = page(number);
        return PageWords.read(document, number, toView(page), limits);
    }

    @Override
    public PageLinks links(int number) throws IOException, RefusedException {
        PDPage page = page(number);
        return new PageLinks(LinkFinder.read(document, page, toView(page), limits));
    }

    @Override
    public void close() throws IOException { document.close(); }

    PDPage page(int number) throws RefusedException {
        if (number >= pages.size()) throw new RefusedException(Refusal.NOT_THERE, "no page " + number);
        return pages.get(number);
    }

    private static boolean turned(PDPage page) { return page.getRotation() % 180 != 0; }

    static double width(PDPage page) {
        PDRectangle box = page.getCropBox();
        return (turned(page) ? box.getHeight() : box.getWidth()) * UNITS_PER_POINT;
    }

    static double height(PDPage page) {
        PDRectangle box = page.getCropBox();
        return (turned(page) ? box.getWidth() : box.getHeight()) * UNITS_PER_POINT;
    }

    /// From points above the crop box's lower left corner to page units below the upper left corner of the page as it is looked at.
    private static AffineTransform toView(PDPage page) {
        double width = page.getCropBox().getWidth();
        double height = page.getCropBox().getHeight();
        var view = AffineTransform.getScaleInstance(UNITS_PER_POINT, UNITS_PER_POINT);
        view.concatenate(switch (page.getRotation()) {
            case 90 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 180 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 270 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(1, 0, 0, -1, 0, height);
        });
        return view;
    }

    /// @param depth how many forms in forms are looked into
    private static boolean usesFonts(PDResources resources, int depth) {
        if (resources == null) return false;
        if (resources.getFontNames().iterator().hasNext()) return true;
        if (depth == 0) return false;
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) continue;
            try {
                if (resources.getXObject(name) instanceof org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject form
                        && usesFonts(form.getResources(), depth - 1))
                    return true;
            } catch (IOException unreadable) {
                // It has no text that could be shown.
            }
        }
        return false;
    }
}
