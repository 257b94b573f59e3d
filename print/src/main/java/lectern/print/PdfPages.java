package lectern.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A PDF opened to be written on: its pages as pictures. Owned by one thread.
public final class PdfPages implements AutoCloseable {
    /// More than that is a book, not a lesson: choose the pages first.
    public static final int MAX_PAGES = 500;
    /// A page unit is a pixel at 96 dpi, a PDF's point is 1/72 inch.
    static final double UNITS_PER_POINT = 96.0 / 72;
    /// Sharp at 200 %, and at most 2,400 pixels a side however large the page is.
    private static final double PIXELS_PER_UNIT = 2;
    private static final int MAX_PIXELS = 2_400;
    /// A scan is a tenth as JPEG; a page of text is smaller and sharper as PNG.
    private static final int LARGE_PNG_BYTES = 1_000_000;

    /// @param width  in page units
    /// @param height in page units
    /// @param bytes  PNG or JPEG
    public record PagePicture(double width, double height, byte[] bytes) {}

    private final PDDocument document;
    private final PDFRenderer renderer;

    private PdfPages(PDDocument document) {
        this.document = document;
        renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
    }

    public static PdfPages open(Path file) throws PrintException {
        try {
            PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createMemoryOnlyStreamCache());
            int pages = document.getNumberOfPages();
            if (pages == 0 || pages > MAX_PAGES) {
                document.close();
                throw pages == 0
                        ? new PrintException(PrintException.Why.NO_PAGES, "The PDF has no pages.")
                        : new PrintException(PrintException.Why.TOO_LARGE,
                                "The PDF has " + pages + " pages; a board takes " + MAX_PAGES + ".");
            }
            return new PdfPages(document);
        } catch (InvalidPasswordException e) {
            throw new PrintException(PrintException.Why.ENCRYPTED, "The PDF is protected by a password.", e);
        } catch (IOException | RuntimeException e) {
            throw new PrintException(PrintException.Why.BROKEN, "The file is no PDF, or is damaged.", e);
        }
    }

    public int count() { return document.getNumberOfPages(); }

    /// @param number from 0
    public PagePicture picture(int number) throws PrintException {
        try {
            PDRectangle box = document.getPage(number).getCropBox();
            boolean turned = document.getPage(number).getRotation() % 180 != 0;
            double width = (turned ? box.getHeight() : box.getWidth()) * UNITS_PER_POINT;
            double height = (turned ? box.getWidth() : box.getHeight()) * UNITS_PER_POINT;
            double pixelsPerUnit = Math.min(PIXELS_PER_UNIT, MAX_PIXELS / Math.max(width, height));
            BufferedImage image = renderer.renderImage(number, (float) (pixelsPerUnit * UNITS_PER_POINT),
                    ImageType.RGB);
            return new PagePicture(width, height, encode(image));
        } catch (IOException | RuntimeException e) {
            throw new PrintException(PrintException.Why.BROKEN, "Page " + (number + 1) + " can't be read.", e);
        }
    }

    @Override
    public void close() throws IOException { document.close(); }

    private static byte[] encode(BufferedImage image) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        if (png.size() <= LARGE_PNG_BYTES) return png.toByteArray();
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        var jpeg = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(jpeg)) {
            ImageWriteParam quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.88f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return jpeg.size() < png.size() ? jpeg.toByteArray() : png.toByteArray();
    }
}
