/* What the page can do with a script. Everything that matters works without it. */
(function () {
  'use strict';
  function each(list, f) { Array.prototype.forEach.call(list, f); }
  function get(id) { return document.getElementById(id); }

  /* The search box shows the units whose name holds what is typed. */
  var box = get('find');
  if (box) {
    get('search').hidden = false;
    box.addEventListener('input', function () {
      var wanted = box.value.replace(/\s/g, ''), shown = 0;
      each(document.querySelectorAll('[data-unit]'), function (unit) {
        var fits = unit.getAttribute('data-unit').indexOf(wanted) >= 0;
        unit.hidden = !fits;
        if (fits) { shown++; }
      });
      get('found').textContent = wanted ? '找到 ' + shown + ' 个' : '';
    });
  }

  /* The buttons that copy a text. */
  function selected(node) {
    var range = document.createRange(), selection = window.getSelection();
    range.selectNodeContents(node);
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand('copy');
  }
  each(document.querySelectorAll('[data-copy]'), function (button) {
    var words = button.textContent;
    button.hidden = false;
    button.addEventListener('click', function () {
      button.textContent = selected(get(button.getAttribute('data-copy'))) ? '已复制' : '请按 Ctrl+C';
      setTimeout(function () { button.textContent = words; }, 2000);
    });
  });

  /* Before printing, what is folded is opened. */
  window.addEventListener('beforeprint', function () {
    each(document.querySelectorAll('details.change'), function (d) { d.setAttribute('open', ''); });
  });
}());
