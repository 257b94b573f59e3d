package lectern.materials;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceEntry;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/// Documents made for the tests.
final class Samples {
    interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    static PDFont helvetica() { return new PDType1Font(Standard14Fonts.FontName.HELVETICA); }

    static PDPage page(PDDocument document, PDRectangle size, int rotation, Drawing drawing) throws IOException {
        var page = new PDPage(size);
        page.setRotation(rotation);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            drawing.on(content);
        }
        return page;
    }

    static void text(PDPageContentStream content, PDFont font, float size, float x, float y, String words)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(words);
        content.endText();
    }

    /// A page of lines and pages of shapes seen through each other.
    static Drawing lines(PDFont font, String line) {
        return content -> {
            for (int i = 0; i < 30; i++) text(content, font, 12, 60, 760 - 22 * i, i + " " + line);
        };
    }

    static Drawing transparency() {
        return content -> {
            Color[] colours = { Color.RED, Color.GREEN, Color.BLUE};
            var half = new PDExtendedGraphicsState();
            half.setNonStrokingAlphaConstant(0.5f);
            content.setGraphicsStateParameters(half);
            for (int i = 0; i < 3; i++) {
                content.setNonStrokingColor(colours[i]);
                content.addRect(80 + 90 * i, 300 + 70 * i, 220, 200);
                content.fill();
            }
        };
    }

    /// As many pages of text as a textbook chapter has.
    static Path book(Path file, int pages) throws IOException {
        try (var document = new PDDocument()) {
            var font = helvetica();
            for (int i = 0; i < pages; i++)
                page(document, PDRectangle.A4, 0,
                        lines(font, "The quick brown fox jumps over the lazy dog, page " + i));
            document.save(file.toFile());
        }
        return file;
    }

    /// A text field that is filled in, and a box that is ticked.
    static Path form(Path file) throws IOException {
        try (var document = new PDDocument()) {
            var sheet = page(document, PDRectangle.A4, 0,
                    content -> text(content, helvetica(), 18, 60, 720, "Who was the first programmer?"));
            var form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            var fonts = new PDResources();
            fonts.put(COSName.HELV, helvetica());
            form.setDefaultResources(fonts);
            form.setDefaultAppearance("/Helv 0 Tf 0 g");
            var name = new PDTextField(form);
            name.setPartialName("name");
            name.setDefaultAppearance("/Helv 24 Tf 0 0 1 rg");
            place(name.getWidgets().getFirst(), sheet, new PDRectangle(60, 600, 300, 40));
            var box = new PDCheckBox(form);
            box.setPartialName("sure");
            var ticked = box.getWidgets().getFirst();
            place(ticked, sheet, new PDRectangle(60, 500, 60, 60));
            var states = new PDAppearanceDictionary();
            var on = new COSDictionary();
            on.setItem("Yes", cross(document));
            on.setItem("Off", new PDAppearanceStream(document));
            states.setNormalAppearance(new PDAppearanceEntry(on));
            ticked.setAppearance(states);
            form.setFields(List.of(name, box));
            name.setValue("Ada Lovelace");
            box.check();
            document.save(file.toFile());
        }
        return file;
    }

    private static void place(PDAnnotationWidget widget, PDPage page, PDRectangle place) throws IOException {
        widget.setRectangle(place);
        widget.setPage(page);
        widget.setPrinted(true);
        page.getAnnotations().add(widget);
    }

    private static PDAppearanceStream cross(PDDocument document) throws IOException {
        var cross = new PDAppearanceStream(document);
        cross.setBBox(new PDRectangle(20, 20));
        cross.setResources(new PDResources());
        try (var out = cross.getContentStream().createOutputStream(COSName.FLATE_DECODE)) {
            out.write("2 w 2 2 m 18 18 l 2 18 m 18 2 l S".getBytes(StandardCharsets.US_ASCII));
        }
        return cross;
    }

    private Samples() {}
}
