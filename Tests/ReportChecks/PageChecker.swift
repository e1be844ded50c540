internal import Foundation

/// Checks a page with html5lib, a parser that follows the HTML standard (apt `python3-html5lib`).
package enum PageChecker {
  /// What is wrong with a page, one line a mistake: parse errors, ids given twice, links to no place of the page,
  /// anything that a browser would fetch, scripts.
  package static func mistakes(in page: String) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString).html")
    try Data(page.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }

    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", script, file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    var lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    if process.terminationStatus != 0 { lines.append("the checker failed: is python3-html5lib installed?") }
    return lines
  }

  private static let script = #"""
    import re, sys, html5lib
    source = open(sys.argv[1], encoding="utf-8").read()
    try:
        html5lib.HTMLParser(strict=True).parse(source)
    except html5lib.html5parser.ParseError as error:
        print("parse error:", error)
    root = html5lib.parse(source, treebuilder="etree", namespaceHTMLElements=False)
    elements = [e for e in root.iter() if isinstance(e.tag, str)]
    ids = [e.get("id") for e in elements if e.get("id") is not None]
    for name in sorted({i for i in ids if ids.count(i) > 1}):
        print("id given twice:", name)
    for e in elements:
        target = e.get("href")
        if target and target.startswith("#") and target[1:] not in ids:
            print("link to no place:", target)
        for name in ["aria-labelledby", "aria-details"]:
            for reference in (e.get(name) or "").split():
                if reference not in ids:
                    print(name, "of no place:", reference)
        for name in ["src", "srcset", "poster", "data"]:
            if e.get(name) is not None and not e.get(name).strip().startswith("data:"):
                print("fetched:", e.get(name))
        if e.tag in ["script", "link", "iframe", "object", "embed", "base"]:
            print("not allowed:", e.tag)
        if any(name.startswith("on") for name in e.attrib if isinstance(name, str)):
            print("script in attributes of:", e.tag)
        if e.tag == "img" and not e.get("alt"):
            print("picture without alternative")
        if e.tag == "style":
            for address in re.findall(r"url\(\s*([^)]*)\)", e.text or ""):
                if not address.startswith("data:"):
                    print("fetched by style:", address)
            if "@import" in (e.text or ""):
                print("fetched by style: @import")
    """#
}
