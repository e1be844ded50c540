extension PageWriter {
  mutating func list(_ list: Report.List) {
    let isTasks = list.items.contains { $0.isChecked != nil }
    let start = list.start.flatMap { $0 == 1 ? nil : String($0) }
    block(list.start == nil ? "ul" : "ol", ["class": isTasks ? "tasks" : nil, "start": start]) {
      for item in list.items { $0.item(item, isTight: list.isTight) }
    }
  }

  private mutating func item(_ item: Report.List.Item, isTight: Bool) {
    html.raw("<li>")
    if let isChecked = item.isChecked {
      let label = isChecked ? "done" : "to do"
      html.open(
        "input",
        ["type": "checkbox", "disabled": "", "checked": isChecked ? "" : nil, "aria-label": label])
      html.raw(" ")
    }
    if isTight {
      for block in item.blocks {
        if case .paragraph(let phrases) = block { self.phrases(phrases) } else { blocks([block]) }
      }
    } else {
      blocks(item.blocks)
    }
    html.raw("</li>\n")
  }
}
