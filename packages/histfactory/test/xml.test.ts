import { describe, expect, it } from "vitest";
import { parseXml } from "../src/xml.js";

const read = (text: string): ReturnType<typeof parseXml> => parseXml(text, "a.xml");

describe("parseXml", () => {
  it("reads elements, attributes, texts and what HistFactory puts before them", () => {
    const text = `<?xml version="1.0"?>
<!DOCTYPE Combination SYSTEM "a > b.dtd" [ <!ELEMENT a (#PCDATA)> <!-- ]> --> <!ATTLIST a b CDATA "]>"> ]>
<!-- <Combination> -->
<Combination OutputFilePrefix = "./a&amp;b" Empty='' >
  <Input>one.xml</Input><POI/>
  two <![CDATA[ <three> & ]]> &lt;&#52;&#x35;&gt;
</Combination>
<!-- end -->`;
    expect(read(text)).toMatchObject({
      tag: "Combination",
      attributes: { OutputFilePrefix: "./a&b", Empty: "" },
      children: [
        { tag: "Input", text: "one.xml", children: [] },
        { tag: "POI", text: "", children: [] },
      ],
      text: "two  <three> &  <45>",
    });
  });

  it("has an attribute of any name, and only those that are there", () => {
    const { attributes } = read('<a constructor="1" __proto__="2"/>');
    expect(Object.entries(attributes)).toEqual([
      ["constructor", "1"],
      ["__proto__", "2"],
    ]);
    expect("toString" in attributes).toBe(false);
  });

  it.each([
    [
      "<a>&nothing;</a>",
      /a\.xml: must have one of amp, lt, gt, quot, apos or a number between & and ;, got "&nothing;"/,
    ],
    ["<a>R & D</a>", /got "&"/],
    ['<a b="&toString;"/>', /got "&toString;"/],
    ["<a>&#x110000;</a>", /must name characters of XML, got "&#x110000;"/],
    ["<a>&#0;</a>", /must name characters of XML, got "&#0;"/],
    ["<a>&#xD800;</a>", /must name characters of XML/],
    ["<a>&#99999999999999999999;</a>", /must name characters of XML/],
    ["<a>&#x;</a>", /got "&#x;"/],
    ['<a b="1" b="2"/>', /each attribute once, got b twice/],
    ["<a><b></a></b>", /has <\/a> where <\/b> should be/],
    ["<a><b></b>", /has no <\/a>/],
    ["</a>", /has <\/a> where/],
    ["<a/><b/>", /one root element, got 2/],
    ["", /one root element, got 0/],
    ["<a>1 < 2</a>", /is not XML at "< 2<\/a>"/],
    ["<a b=1/>", /is not XML at/],
    ['<a b="1"c="2"/>', /is not XML at/],
    ['<a b="1', /is not XML at/],
    ["<a></a b='1'>", /is not XML at/],
    ["<a><!-- </a>", /is not XML at/],
    ["<a><![CDATA[ </a>", /is not XML at/],
    ["<!DOCTYPE a [ <a/>", /is not XML at/],
    [`<!${"[]".repeat(30)}`, /is not XML at/],
  ])("refuses %s", (text, message) => {
    expect(() => read(text)).toThrow(message);
    expect(() => read(text)).toThrow(RangeError);
  });

  it.each([
    ["brackets", `<!${"[]".repeat(1e5)}`],
    ["quotes", `<!DOCTYPE ${"''".repeat(1e5)}`],
    ["open comments", `<!DOCTYPE [${"<!-- -->".repeat(1e5)}`],
    ["blanks", `<a${" ".repeat(1e6)}`],
    ["names", `<a ${"b ".repeat(1e5)}`],
    ["attributes", `<a ${"b='' ".repeat(1e5)}`],
    ["open tags", "<a>".repeat(1e5)],
    ["ampersands", `<a>${"&".repeat(1e5)}`],
    ["references cut off", `<a>${"&#x".repeat(1e5)}`],
  ])("is through with many %s at once", (_what, text) => {
    expect(() => read(text)).toThrow(/^a\.xml: /);
  });
});
