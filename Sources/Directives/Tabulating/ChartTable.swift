internal import Charting
internal import Reports

extension Chart {
  /// What the reader of a figure may unfold: the description, then the numbers behind the picture.
  func longDescription(ofFigure number: Int) -> [Report.Block] {
    let words: [Report.Block] = description.isEmpty ? [] : [.paragraph([.text(description)])]
    guard !data.columns.isEmpty else { return words }
    return words + [.table(Report.Table(data.textColumns, caption: [.text("The numbers behind Figure \(number).")]))]
  }
}

extension ChartData {
  /// The first column heads the rows.
  fileprivate var textColumns: [Report.Table.TextColumn] {
    columns.enumerated().map { index, column in
      var shown: Report.Table.TextColumn =
        switch column.cells {
        case .numbers(let numbers): .init(column.title, numbers: numbers)
        case .texts(let texts): .init(column.title, texts: texts)
        }
      shown.column.isRowHeader = index == 0
      return shown
    }
  }
}
