package lectern.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Look;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.InkCode;
import lectern.whiteboard.InkPoints;

/// Pages and files that the tests print and read.
final class Samples implements Pictures {
    private final Map<AssetId, byte[]> files = new HashMap<>();

    @Override
    public byte[] find(Picture picture) {
        return files.get(switch (picture) {
            case Picture.Asset(var id) -> id;
            case Picture.DocumentPage(var document, int number) -> new AssetId(
                    document.value().substring(0, 60) + String.format("%04x", number));
        });
    }

    /// @return a document of which that is a page
    AssetId addPage(int number, byte[] bytes) {
        var document = new AssetId("a".repeat(64));
        files.put(new AssetId("a".repeat(60) + String.format("%04x", number)), bytes);
        return document;
    }

    AssetId add(byte[] bytes) {
        var id = new AssetId(HexFormat.of().formatHex(sha256(bytes)));
        files.put(id, bytes);
        return id;
    }

    static Page page(Ground ground, double width, double height) {
        return new Page(new PageId("g1"), 1, "", ground, width, height, null, false, false, false, null, null);
    }

    static Page paper() {
        return page(new Ground.Paper(Ground.Paper.Ruling.PLAIN, false), Page.WIDTH, Page.HEIGHT);
    }

    static Shape shape(int number, double x, double y, Look look, Form form) {
        return new Shape(new ShapeId("p1-a" + number), number, Frame.at(x, y), look, form);
    }

    /// A straight red stroke, 200 units to the right.
    static Shape stroke(double x, double y) {
        int[] across = new int[41];
        int[] down = new int[41];
        int[] pressure = new int[41];
        for (int i = 0; i < across.length; i++) {
            across[i] = i * 20;
            pressure[i] = InkPoints.FULL;
        }
        return shape(1, x, y, Look.pen("#d0342c", 10),
                new Form.Ink(2, InkCode.encode(new InkPoints(across, down, pressure))));
    }

    List<Shape> oneOfEach() {
        var look = Look.pen("#1a5fb4", 6);
        var arrow = new Form.Path(List.of(new Point(0, 0), new Point(150, 80)), false, Form.Path.Head.NONE,
                Form.Path.Head.ARROW);
        return List.of(stroke(100, 100), shape(2, 100, 200, look, arrow),
                shape(3, 400, 100, new Look("ink", 4, 1, "#f6d32d", Look.Dash.DASHED), new Form.Rectangle(200, 120)),
                shape(4, 700, 100, new Look("#2b8a3e", 4, 0.4, null, Look.Dash.DOTTED), new Form.Ellipse(200, 120)),
                shape(5, 400, 400, Look.pen("ink", 1), new Form.Text("分数 & <fractions>\nhalf", 0, 62, 24, true)),
                shape(6, 1000, 100, look, new Form.Picture(add(png(0x00ff00)), 160, 120)));
    }

    static byte[] png(int rgb) {
        var image = new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 6; y++) for (int x = 0; x < 8; x++) image.setRGB(x, y, rgb);
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
