package lectern.app;

import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;

/// Decks as a teacher would make them.
final class Decks {
    /// The middle of a dark block on the first slide, in page units.
    static final double BLOCK_X = 200, BLOCK_Y = 400;

    static Path threeSlides(Path file) throws IOException {
        try (var show = new XMLSlideShow()) {
            for (int number = 1; number <= 3; number++) {
                var slide = show.createSlide();
                var title = slide.createTextBox();
                title.setAnchor(new Rectangle(60, 40, 560, 80));
                var run = title.addNewTextParagraph().addNewTextRun();
                run.setText("Fractions " + number + " 分数");
                run.setFontSize(40.0);
                var block = slide.createAutoShape();
                block.setShapeType(ShapeType.ROUND_RECT);
                block.setAnchor(new Rectangle(90, 240, 120, 120));
                block.setFillColor(new Color(0x16, 0x4b, 0x7a));
            }
            try (var out = Files.newOutputStream(file)) {
                show.write(out);
            }
        }
        return file;
    }

    private Decks() {}
}
