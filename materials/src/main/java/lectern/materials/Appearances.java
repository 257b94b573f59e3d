package lectern.materials;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/// What forms and notes look like, made part of their page.
final class Appearances {
    /// ISO 32000-1, 12.5.5: the appearance's box, turned by its matrix, is fitted into the annotation's rectangle.
    static void flatten(PDDocument document, PDPage page) throws IOException {
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                PDAppearanceStream appearance = appearance(document, annotation);
                PDRectangle place = annotation.getRectangle();
                if (appearance == null || place == null || appearance.getBBox() == null) continue;
                Rectangle2D box = appearance.getBBox().transform(appearance.getMatrix()).getBounds2D();
                if (!(box.getWidth() > 0 && box.getHeight() > 0)) continue;
                var fit = AffineTransform.getTranslateInstance(place.getLowerLeftX(), place.getLowerLeftY());
                fit.scale(place.getWidth() / box.getWidth(), place.getHeight() / box.getHeight());
                fit.translate(-box.getX(), -box.getY());
                content.saveGraphicsState();
                content.transform(new Matrix(fit));
                content.drawForm(appearance);
                content.restoreGraphicsState();
            }
        }
    }

    private static @org.jspecify.annotations.Nullable PDAppearanceStream appearance(PDDocument document,
            PDAnnotation annotation) {
        if (annotation instanceof PDAnnotationLink || annotation instanceof PDAnnotationPopup || annotation.isHidden()
                || annotation.isNoView())
            return null;
        if (annotation.getNormalAppearanceStream() == null) annotation.constructAppearances(document);
        return annotation.getNormalAppearanceStream();
    }

    private Appearances() {}
}
