/// What component `k`, counted from 0, is called in figures and tables: A, B, …, Z, A2, B2, …
package func componentName(_ k: Int) -> String {
  let letter = String(UnicodeScalar(UInt8(65 + k % 26)))
  return k < 26 ? letter : letter + String(k / 26 + 1)
}
