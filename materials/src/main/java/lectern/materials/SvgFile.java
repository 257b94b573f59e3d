package lectern.materials;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// A drawing that is open, in the child: a document of one page, painted anew at each size.
final class SvgFile implements PageFile {
    private static final int MOST_NESTED = 100;
    private static final int MOST_PATHS = 100_000;

    private final SVGDocument drawing;
    private final SvgCheck check;
    private final double width;
    private final double height;
    private final Limits limits;

    private SvgFile(SVGDocument drawing, SvgCheck check, Limits limits) {
        this.drawing = drawing;
        this.check = check;
        this.limits = limits;
        width = drawing.size().width;
        height = drawing.size().height;
    }

    static SvgFile open(File file, Limits limits) throws IOException, RefusedException {
        if (file.length() > SvgCheck.MOST_BYTES)
            throw new RefusedException(Refusal.UNPACKS_TOO_LARGE, file.length() + " bytes of SVG");
        byte[] bytes = Files.readAllBytes(file.toPath());
        var check = SvgCheck.of(bytes, limits);
        // Pictures in the drawing itself were looked at; nothing else is.
        var context = LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .documentLimits(
                        new DocumentLimits(MOST_NESTED, DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH, MOST_PATHS))
                .build();
        SVGDocument drawing = new SVGLoader().load(new ByteArrayInputStream(bytes), null, context);
        if (drawing == null) throw new RefusedException(Refusal.BROKEN, "no drawing, or too much of one");
        var svg = new SvgFile(drawing, check, limits);
        double longer = Math.max(svg.width, svg.height);
        if (!(longer <= limits.pageUnits())) throw new RefusedException(Refusal.PAGE_TOO_LARGE, longer + " units");
        if (!(Math.min(svg.width, svg.height) > 0)) throw new RefusedException(Refusal.BROKEN, "no size");
        return svg;
    }

    @Override
    public Document document() {
        return new Document(PdfFile.title(check.title()), List.of(new Document.Page(width, height, check.hasText())));
    }

    @Override
    public Image picture(int number, double scale) throws IOException, RefusedException {
        check(number);
        double fitting = Math.min(scale, Math.sqrt(limits.pixels() / (width * height)));
        fitting = Math.max(fitting, 1.01 / Math.min(width, height));
        if (fitting * fitting * width * height > 2 * limits.pixels())
            throw new RefusedException(Refusal.PAGE_TOO_LARGE, "a drawing like a thread");
        return Pictures.page(paint(fitting, 0, 0, pixels(width * fitting), pixels(height * fitting)), limits);
    }

    @Override
    public Image tile(Request.PageTile tile) throws IOException, RefusedException {
        check(tile.page());
        int across = Math.min(tile.width(), pixels(width * tile.scale()) - tile.x());
        int down = Math.min(tile.height(), pixels(height * tile.scale()) - tile.y());
        if (across < 1 || down < 1) throw new RefusedException(Refusal.NOT_THERE, "beside the page");
        if ((long) across * down > limits.pixels())
            throw new RefusedException(Refusal.PAGE_TOO_LARGE, across + " x " + down + " pixels");
        return Pictures.page(paint(tile.scale(), tile.x(), tile.y(), across, down), limits);
    }

    @Override
    public PageText text(int number) throws RefusedException {
        check(number);
        if (!check.hasText()) return new PageText(List.of());
        var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        var words = new ArrayList<PageText.Word>();
        var output = new SvgWords(graphics, words, limits);
        drawing.renderWithPlatform(NullPlatformSupport.INSTANCE, output, null);
        graphics.dispose();
        return new PageText(words);
    }

    @Override
    public PageLinks links(int number) throws RefusedException {
        check(number);
        return new PageLinks(List.of());
    }

    @Override
    public void close() {
        // It is in the memory.
    }

    private BufferedImage paint(double scale, int x, int y, int across, int down) {
        var image = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, across, down);
        graphics.setColor(Color.BLACK);
        graphics.translate(-x, -y);
        graphics.scale(scale, scale);
        drawing.render(null, graphics);
        graphics.dispose();
        return image;
    }

    private static void check(int number) throws RefusedException {
        if (number != 0) throw new RefusedException(Refusal.NOT_THERE, "no page " + number);
    }

    private static int pixels(double side) { return Math.max(1, (int) Math.ceil(side - 1e-6)); }
}
