// Tasklist's layout is written for left to right, with places counted from the left. Every rule of its own style sheet
// is turned round here; what that cannot reach stands in rtl.css.

const sides = [
  ['left', 'right'],
  ['margin-left', 'margin-right'],
  ['padding-left', 'padding-right'],
  ['border-left-width', 'border-right-width'],
  ['border-left-style', 'border-right-style'],
  ['border-left-color', 'border-right-color'],
  ['border-top-left-radius', 'border-top-right-radius'],
  ['border-bottom-left-radius', 'border-bottom-right-radius']
];
const sided = ['float', 'clear', 'text-align'];
const opposite = { left: 'right', right: 'left' };

export function mirror(sheet) {
  for (const rule of sheet.cssRules) {
    if (rule.style) {
      mirrorDeclarations(rule.style);
    }
    if (rule.cssRules?.length) {
      mirror(rule);
    }
  }
}

function mirrorDeclarations(style) {
  for (const [left, right] of sides) {
    const [before, after] = [declared(style, left), declared(style, right)];
    if (before.value !== after.value) {
      declare(style, left, after);
      declare(style, right, before);
    }
  }
  for (const property of sided) {
    const { value, priority } = declared(style, property);
    if (value in opposite) {
      style.setProperty(property, opposite[value], priority);
    }
  }
}

function declared(style, property) {
  return { value: style.getPropertyValue(property), priority: style.getPropertyPriority(property) };
}

function declare(style, property, { value, priority }) {
  if (value) {
    style.setProperty(property, value, priority);
  } else {
    style.removeProperty(property);
  }
}
