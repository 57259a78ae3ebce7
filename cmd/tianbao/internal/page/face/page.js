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

  if (!document.body.hasAttribute('data-desk')) { return; }

  /* What was refused is read first. */
  var wrong = document.querySelector('main .error');
  if (wrong) {
    wrong.setAttribute('tabindex', '-1');
    wrong.focus();
  }

  /* Work that runs is looked at again and again until it is over. */
  var doing = get('doing');
  function follow() {
    ask('GET', '/work?part=1', null, function (ok, text) {
      if (ok) { doing.innerHTML = text; }
      if (!ok || !doing.querySelector('progress')) {
        doing.setAttribute('tabindex', '-1');
        doing.focus();
        return;
      }
      setTimeout(follow, 500);
    });
  }
  function ask(method, address, body, then) {
    var request = new XMLHttpRequest();
    request.open(method, address);
    request.onload = function () { then(request.status === 200, request.responseText); };
    request.onerror = function () { then(false, ''); };
    request.send(body);
    return request;
  }
  if (doing && doing.hasAttribute('data-live')) { setTimeout(follow, 500); }

  /* Files that are dropped or chosen go in a few at a time; the verdict of each is
     listed while the others still run. */
  var zone = get('zone'), list = get('taken'), tally = get('tally');
  if (!zone) { return; }
  var waiting = [], running = 0, most = 3, all = 0, done = 0, lost = 0;
  get('folder').hidden = false;
  get('send').hidden = true;
  get('drop-words').textContent = '把交回来的表、文件夹或 .zip 拖到这个页面上，或在这里选择。放到“报送”文件夹里，马上审核。';

  function put(file) {
    if (all === done && !running) { all = 0; done = 0; lost = 0; }
    waiting.push(file);
    all++;
    next();
  }
  function next() {
    while (running < most && waiting.length) { send(waiting.shift()); }
    said();
  }
  function said() {
    if (done < all) {
      tally.textContent = '正在收表和审核：' + done + ' / ' + all;
    } else if (all) {
      tally.textContent = '收完 ' + all + ' 个文件' + (lost ? '，其中 ' + lost + ' 个没有收下' : '') + '。';
      refresh();
    }
  }
  function send(file) {
    var form = new FormData();
    form.append('files', file, file.name);
    running++;
    ask('POST', '/take?part=1', form, function (ok, text) {
      running--;
      done++;
      if (ok) {
        add(text);
      } else {
        lost++;
        refused(file.name);
      }
      next();
    });
  }
  function add(html) {
    var none = list.querySelector('.none');
    if (none) { list.removeChild(none); }
    var box = list.parentNode, low = box.scrollTop + box.clientHeight >= box.scrollHeight - 4;
    list.insertAdjacentHTML('beforeend', html); /* a template of the desk made it */
    if (low) { box.scrollTop = box.scrollHeight; }
  }
  function refused(name) {
    var item = document.createElement('li');
    item.textContent = '没有收下：' + name + '(没有传到，请再放一次)';
    add(item.outerHTML);
  }
  /* What the steps say is put in place of what they said. */
  function refresh() {
    ask('GET', '/', null, function (ok, text) {
      if (!ok) { return; }
      var fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('.steps'), steps = document.querySelector('.steps');
      if (!fresh) {
        setTimeout(refresh, 500); /* it is still being looked at */
      } else if (!steps.contains(document.activeElement)) {
        steps.innerHTML = fresh.innerHTML;
      }
    });
  }

  /* A folder is gone through; what it holds is put in as it is met. */
  function walk(entry) {
    if (entry.isFile) {
      entry.file(put, function () { refused(entry.name); });
      return;
    }
    var reader = entry.createReader();
    (function more() {
      reader.readEntries(function (entries) {
        each(entries, walk);
        if (entries.length) { more(); }
      }, function () { refused(entry.name); });
    }());
  }
  function dropped(data) {
    var entries = [];
    each(data.items || [], function (item) {
      var entry = item.kind === 'file' && item.webkitGetAsEntry && item.webkitGetAsEntry();
      if (entry) { entries.push(entry); }
    });
    if (entries.length) { each(entries, walk); } else { each(data.files, put); }
  }
  function holds(event) { return Array.prototype.indexOf.call(event.dataTransfer.types, 'Files') >= 0; }
  document.addEventListener('dragover', function (event) {
    if (!holds(event)) { return; }
    event.preventDefault();
    zone.classList.add('over');
  });
  document.addEventListener('dragleave', function (event) {
    if (!event.relatedTarget) { zone.classList.remove('over'); }
  });
  document.addEventListener('drop', function (event) {
    if (!holds(event)) { return; }
    event.preventDefault();
    zone.classList.remove('over');
    dropped(event.dataTransfer);
  });
  each(['pick', 'pick-folder'], function (id) {
    get(id).addEventListener('change', function () {
      each(this.files, put);
      this.value = '';
    });
  });
  window.addEventListener('beforeunload', function (event) {
    if (done < all) { event.preventDefault(); event.returnValue = ''; }
  });
}());
