package lectern.ui.picture;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A place on the screen that shows a surface. Tells the surface how many pixels it has, so that pictures arrive in just
/// that size and are shown one to one; one of another size (the moment after a change of layout) is scaled until the
/// next one comes.
public final class PictureView extends Region {
    private final ImageView view = new ImageView();
    private @Nullable PictureSurface surface;
    private PictureSurface.Fit fit = PictureSurface.Fit.COVER;
    private Subscription shown = Subscription.EMPTY;

    public PictureView() {
        view.setManaged(false);
        getChildren().add(view);
        setMouseTransparent(true);
        setMinSize(0, 0);
    }

    public void show(PictureSurface surface, PictureSurface.Fit fit) {
        if (this.surface == surface && this.fit == fit) return;
        hide();
        this.surface = surface;
        this.fit = fit;
        shown = surface.imageProperty().subscribe(this::picture);
        requestLayout();
    }

    /// Whoever takes a place off the screen says so; otherwise pictures would go on being converted for it.
    public void hide() {
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        if (surface != null) surface.leftBy(this);
        surface = null;
        view.setImage(null);
    }

    public boolean isShowing(PictureSurface other) { return surface == other; }

    public int widthPx() { return (int) Math.round(getWidth() * pixelScale()); }

    public int heightPx() { return (int) Math.round(getHeight() * pixelScale()); }

    private void picture(@Nullable Image image) {
        view.setImage(image);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (surface == null) return;
        int boxWidth = widthPx(), boxHeight = heightPx();
        if (boxWidth <= 0 || boxHeight <= 0) return;
        var image = view.getImage();
        if (image == null) {
            surface.shownBy(this, boxWidth, boxHeight, fit);
            return;
        }
        double scale = pixelScale();
        double imageWidth = image.getWidth(), imageHeight = image.getHeight();
        double factor = fit == PictureSurface.Fit.COVER
                ? Math.max(boxWidth / imageWidth, boxHeight / imageHeight)
                : Math.min(boxWidth / imageWidth, boxHeight / imageHeight);
        // Pictures arrive fitted into what is wanted: to cover the box, the wanted size must stick out of it.
        surface.shownBy(this, Math.max(boxWidth, (int) Math.ceil(imageWidth * factor - 0.01)),
                Math.max(boxHeight, (int) Math.ceil(imageHeight * factor - 0.01)), fit);
        // A pixel more or less comes from rounding on the other side, and isn't worth scaling for.
        if (Math.abs(imageWidth * factor - imageWidth) <= 2 && Math.abs(imageHeight * factor - imageHeight) <= 2)
            factor = 1;
        double shownWidth = Math.min(imageWidth, boxWidth / factor),
                shownHeight = Math.min(imageHeight, boxHeight / factor);
        boolean whole = shownWidth >= imageWidth - 0.5 && shownHeight >= imageHeight - 0.5;
        view.setViewport(whole
                ? null
                : new Rectangle2D((imageWidth - shownWidth) / 2, (imageHeight - shownHeight) / 2,
                        shownWidth, shownHeight));
        double width = (whole ? imageWidth : shownWidth) * factor / scale;
        double height = (whole ? imageHeight : shownHeight) * factor / scale;
        view.setSmooth(factor != 1);
        view.setFitWidth(width);
        view.setFitHeight(height);
        view.relocate(snapPositionX((getWidth() - width) / 2), snapPositionY((getHeight() - height) / 2));
    }

    private double pixelScale() {
        var scene = getScene();
        return scene == null || scene.getWindow() == null ? 1 : scene.getWindow().getRenderScaleX();
    }
}
