package lectern.materials;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.LineMetrics;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedCharacterIterator.Attribute;
import java.text.AttributedString;
import org.apache.poi.sl.draw.DrawTextFragment;

/// A line of a slide's text.
final class DeckLine extends DrawTextFragment {
    /// The font that was asked for, where another has the letter: the line is as high as that one wants it.
    static final Attribute ASKED = new Asked();

    private final boolean hidden;
    private double ascent;
    private double descent;
    private double x;
    private double y;

    DeckLine(TextLayout layout, AttributedString text, boolean hidden) {
        super(layout, text);
        this.hidden = hidden;
        var at = text.getIterator();
        for (at.first(); at.getIndex() < at.getEndIndex(); at.setIndex(at.getRunLimit())) {
            if (!(at.getAttribute(at.getAttribute(ASKED) == null ? TextAttribute.FONT : ASKED) instanceof Font font))
                continue;
            LineMetrics metrics = font.getLineMetrics("x", TextWriter.CONTEXT);
            ascent = Math.max(ascent, metrics.getAscent() + metrics.getLeading());
            descent = Math.max(descent, metrics.getDescent());
        }
    }

    private static final class Asked extends Attribute {
        private static final long serialVersionUID = 1;

        Asked() { super("asked"); }
    }

    double ascent() { return ascent; }

    @Override
    public float getHeight() { return (float) (ascent + descent); }

    @Override
    public void setPosition(double x, double y) {
        super.setPosition(x, y);
        this.x = x;
        this.y = y;
    }

    /// What isn't seen isn't in the PDF either, or it could be found there. Elsewhere than there, lines are only measured.
    @Override
    public void draw(Graphics2D graphics) {
        if (!hidden && graphics instanceof DeckGraphics pdf)
            pdf.drawString(getAttributedString().getIterator(), (float) x, (float) (y + ascent));
    }

    /// It is in the line's height.
    @Override
    public float getLeading() { return 0; }
}
