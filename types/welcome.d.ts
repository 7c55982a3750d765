/** Types of the first-run page. Nothing here runs or ships. */

declare namespace Sottovoce {
  /** What the first-run page hears of the message that travels. */
  type TourNews =
    | { readonly type: "decided"; readonly decided: Decided; readonly companion: Companion }
    | { readonly type: "delta"; readonly text: string }
    | { readonly type: "done"; readonly done: Done }
    | { readonly type: "stopped"; readonly reason: string; readonly companion: Companion }
    | { readonly type: "late"; readonly companion: Companion };
}
