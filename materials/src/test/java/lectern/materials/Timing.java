package lectern.materials;

/// A slide's animation as PowerPoint writes it.
final class Timing {
    static String of(String... clicks) {
        return "<p:timing><p:tnLst><p:par><p:cTn id=\"1\" dur=\"indefinite\" restart=\"never\" nodeType=\"tmRoot\"><p:childTnLst>"
                + "<p:seq concurrent=\"1\" nextAc=\"seek\"><p:cTn id=\"2\" dur=\"indefinite\" nodeType=\"mainSeq\"><p:childTnLst>"
                + String.join("", clicks) + "</p:childTnLst></p:cTn><p:prevCondLst><p:cond evt=\"onPrev\" delay=\"0\">"
                + "<p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst><p:nextCondLst><p:cond evt=\"onNext\" delay=\"0\">"
                + "<p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>";
    }

    static String click(String... effects) {
        return "<p:par><p:cTn id=\"3\" fill=\"hold\"><p:stCondLst><p:cond delay=\"indefinite\"/></p:stCondLst><p:childTnLst>"
                + "<p:par><p:cTn id=\"4\" fill=\"hold\"><p:stCondLst><p:cond delay=\"0\"/></p:stCondLst><p:childTnLst>"
                + String.join("", effects) + "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>";
    }

    /// What comes with the slide and waits for no click.
    static String start(String... effects) {
        return click(effects).replaceFirst("<p:cond delay=\"indefinite\"/>",
                "<p:cond delay=\"indefinite\"/><p:cond evt=\"onBegin\" delay=\"0\"><p:tn val=\"2\"/></p:cond>");
    }

    /// @param paragraph below 0: the whole shape
    static String effect(String kind, int shape, int paragraph) {
        String part = paragraph < 0
                ? ""
                : "<p:txEl><p:pRg st=\"" + paragraph + "\" end=\"" + paragraph + "\"/></p:txEl>";
        return "<p:par><p:cTn id=\"5\" presetID=\"1\" presetClass=\"" + kind
                + "\" presetSubtype=\"0\" fill=\"hold\" nodeType=\"clickEffect\"><p:stCondLst><p:cond delay=\"0\"/></p:stCondLst>"
                + "<p:childTnLst><p:set><p:cBhvr><p:cTn id=\"6\" dur=\"1\" fill=\"hold\"/><p:tgtEl><p:spTgt spid=\""
                + shape + "\">" + part + "</p:spTgt></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName>"
                + "</p:attrNameLst></p:cBhvr><p:to><p:strVal val=\"visible\"/></p:to></p:set></p:childTnLst></p:cTn></p:par>";
    }

    private Timing() {}
}
