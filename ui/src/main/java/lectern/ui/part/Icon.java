package lectern.ui.part;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The icons of the program, by what they mean here.
public enum Icon {
    MICROPHONE(Feather.MIC), MICROPHONE_OFF(Feather.MIC_OFF), CAMERA(Feather.VIDEO), CAMERA_OFF(
            Feather.VIDEO_OFF), SPEAKER(Feather.VOLUME_2), SCREEN(Feather.MONITOR), WINDOW(Feather.LAYOUT), PEOPLE(
                    Feather.USERS), LEAVE(Feather.LOG_OUT), SETTINGS(Feather.SETTINGS), COPY(Feather.COPY), LINK(
                            Feather.LINK), DONE(Feather.CHECK), REPLACE(Feather.REFRESH_CW), WATCH(
                                    Feather.EYE), STUDENT(Feather.USER), CLOSE(
                                            Feather.X), MORE(Feather.MORE_VERTICAL), UP(
                                                    Feather.CHEVRON_UP), DOWN(Feather.CHEVRON_DOWN), BACK(
                                                            Feather.ARROW_LEFT), FORWARD(Feather.ARROW_RIGHT), SEARCH(
                                                                    Feather.SEARCH), PASTE(Feather.CLIPBOARD), CLOCK(
                                                                            Feather.CLOCK), INFO(Feather.INFO), ALERT(
                                                                                    Feather.ALERT_TRIANGLE), TEACH(
                                                                                            Feather.BOOK_OPEN), JOIN(
                                                                                                    Feather.LOG_IN), SAFE(
                                                                                                            Feather.LOCK), HERE(
                                                                                                                    Feather.HARD_DRIVE), NO_ACCOUNT(
                                                                                                                            Feather.USER_CHECK), MUSIC(
                                                                                                                                    Feather.MUSIC), PIN(
                                                                                                                                            Feather.MAP_PIN), UNPIN(
                                                                                                                                                    Feather.MINIMIZE_2), LINE_LOST(
                                                                                                                                                            Feather.WIFI_OFF), REMOVE(
                                                                                                                                                                    Feather.USER_X), OVER(
                                                                                                                                                                            Feather.COFFEE), PERSONAL(
                                                                                                                                                                                    Feather.USER_PLUS);

    public final Feather glyph;

    Icon(Feather glyph) { this.glyph = glyph; }

    /// A new node; size and colour come from the style sheet.
    public FontIcon node() { return new FontIcon(glyph); }
}
