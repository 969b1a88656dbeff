import { expect, test } from "vitest";
import { isSalutation, withoutSalutation } from "../../../../../functions/digest/text/asides/salutation.ts";

test.each(["Dear members,", "Liebe Nachbarn,", "Bonjour à tous,", "Hola!", "Vážení přátelé,"])(
  "“%s” addresses readers",
  (line) => {
    expect(isSalutation(line)).toBe(true);
  },
);

test.each(["Dear members, the quay is closed.", "Deary me,", "Caravans are banned,", "The quay is closed,"])(
  "“%s” does not only address readers",
  (line) => {
    expect(isSalutation(line)).toBe(false);
  },
);

test("a text begins with a capital after its salutation", () => {
  expect(withoutSalutation("Liebe Nachbarn,\n\nder Hafen ist zu.")).toBe("Der Hafen ist zu.");
});

test("a text without a salutation stays as it is", () => {
  expect(withoutSalutation("the quay is closed\nand empty.")).toBe("the quay is closed\nand empty.");
});
