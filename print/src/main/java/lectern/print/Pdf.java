package lectern.print;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntPredicate;
import lectern.protocol.board.Region;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Pages of the board as a PDF, ink as vectors. A document's page is its picture; where the original itself is wanted, what is over
/// it is written alone, on clear paper of the same size.
public final class Pdf {
    /// A page unit is a pixel at 96 dpi, a PDF's point is 1/72 inch.
    private static final double UNITS_PER_POINT = 96.0 / 72;
    /// The largest side that readers accept, in points.
    private static final double LONGEST_POINTS = 14_400;

    /// @param onPage called before each page with its number, from 0; false ends the work
    /// @return false when it was ended; what was written is worth nothing then
    public static boolean write(List<PrintedPage> pages, Pictures pictures, OutputStream out, IntPredicate onPage)
            throws IOException {
        try (var document = new PDDocument()) {
            var images = new PdfImages(pictures);
            document.getDocumentInformation().setProducer("Lectern");
            for (int i = 0; i < pages.size(); i++) {
                if (!onPage.test(i)) return false;
                add(document, pages.get(i), images);
            }
            document.save(out);
            return true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void add(PDDocument document, PrintedPage printed, PdfImages images) throws IOException {
        Region area = PagePrinter.area(printed);
        double scale = Math.min(1 / UNITS_PER_POINT,
                LONGEST_POINTS / Math.max(area.width(), area.height()));
        var paper = new PDPage(
                new PDRectangle((float) (area.width() * scale), (float) (area.height() * scale)));
        document.addPage(paper);
        var toPaper = new AffineTransform(scale, 0, 0, -scale, -area.x() * scale,
                (area.y() + area.height()) * scale);
        try (var content = new PDPageContentStream(document, paper)) {
            PagePrinter.print(printed, area, new PdfBrush(document, content, toPaper, images));
        }
    }

    private Pdf() {}
}
