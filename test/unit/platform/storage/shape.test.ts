import assert from "node:assert/strict";
import {
  list,
  members,
  number,
  oneOf,
  record,
  text,
  type Shape,
} from "../../../../src/platform/storage/shape";

describe("The shape of a stored value", () => {
  const refused: readonly unknown[] = [undefined, null, true, "x", 1, {}, []];
  const refuses = (shape: Shape<unknown>, ...but: readonly unknown[]) => {
    for (const value of refused.filter((one) => !but.includes(one))) {
      assert.equal(shape(value), undefined, JSON.stringify(value));
    }
  };

  it("is a text, a number, or one of some texts", () => {
    assert.equal(text(""), "");
    assert.equal(number(0), 0);
    assert.equal(oneOf("form", "json")("json"), "json");
    refuses(text, "x");
    refuses(number, 1);
    refuses(oneOf("form"));
  });

  it("is a list of nothing but such items, which may be lists themselves", () => {
    assert.deepEqual(list(text)(["a", "b"]), ["a", "b"]);
    assert.deepEqual(list(list(number))([[1], [], [2, 3]]), [[1], [], [2, 3]]);
    assert.deepEqual(list(text)([]), []);
    assert.equal(list(text)(["a", 1]), undefined);
    assert.equal(list(text)(["a", undefined]), undefined);
    assert.equal(list(text)({ length: 0 }), undefined);
  });

  it("is an object of nothing but such values", () => {
    const written: unknown = JSON.parse('{"a":{"__proto__":"x"},"b":{}}');
    assert.equal(JSON.stringify(record(record(text))(written)), '{"a":{"__proto__":"x"},"b":{}}');
    assert.equal(record(text)({ a: 1 }), undefined);
    assert.equal(record(text)(["a"]), undefined);
    assert.equal(record(text)(null), undefined);
  });

  it("is an object with these members: those that may be missing must not be in another form", () => {
    const shape = members({ name: text }, { size: number });
    assert.deepEqual(shape({ name: "a", size: 1, other: true }), { name: "a", size: 1 });
    assert.deepEqual(shape({ name: "a", size: undefined }), { name: "a" });
    assert.equal(shape({ name: "a", size: "1" }), undefined);
    assert.equal(shape({ name: "a", size: null }), undefined);
    assert.equal(shape({ size: 1 }), undefined);
    refuses(shape);
  });
});
