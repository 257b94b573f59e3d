package lectern.materials;

/// The settings that LibreOffice is started with: no macro, no link, no picture from elsewhere, and where something is asked for
/// over the net nevertheless, a proxy that isn't there.
final class OfficeProfile {
    static final String TEXT = profile(
            item("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
            item("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
            item("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
            item("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
            item("org.openoffice.Office.Common/Misc", "FirstRun", "false"),
            item("org.openoffice.Office.Common/Misc", "CollectUsageInformation", "false"),
            item("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
            item("org.openoffice.Office.WriterWeb/Content/Update", "Link", "2"),
            item("org.openoffice.Office.Calc/Content/Update", "Link", "2"),
            item("org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments",
                    "AutoCheckEnabled", "false"),
            item("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
            item("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
            item("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
            item("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
            item("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
            item("org.openoffice.Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
            item("org.openoffice.Inet/Settings", "ooInetFTPProxyPort", "9"),
            item("org.openoffice.Inet/Settings", "ooInetNoProxy", ""));

    private static String profile(String... items) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
                """ + String.join("\n", items) + "\n</oor:items>\n";
    }

    private static String item(String path, String name, String value) {
        return "<item oor:path=\"/" + path + "\"><prop oor:name=\"" + name
                + "\" oor:op=\"fuse\"><value>" + value + "</value></prop></item>";
    }

    private OfficeProfile() {}
}
