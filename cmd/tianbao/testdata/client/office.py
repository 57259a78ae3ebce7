"""A clerk at a workbook in LibreOffice, for the tests.

usage: office.py PIPE < JOB

PIPE names the pipe of a running LibreOffice. JOB is {"open": path, "save": path,
"steps": [[name, argument...], ...]} in JSON; the steps are the methods of Clerk.
{"quit": true} ends LibreOffice. Rows are found by the text of one of their first
columns, columns by their heading, as people find them.
"""
import json
import os
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.table import TableSortField

FIRST_COLUMNS = 4


def prop(name, value):
    return PropertyValue(Name=name, Value=value)


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.2)
    sys.exit("LibreOffice does not answer")


class Clerk:
    def __init__(self, doc):
        self.doc = doc

    def sheet(self, name):
        return self.doc.Sheets.getByName(name)

    def texts(self, sheet):
        """The sheet's texts, from A1 to the last used cell."""
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress
        area = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)
        return [[shown(v) for v in row] for row in area.DataArray]

    def heading(self, sheet, text):
        for r, row in enumerate(self.texts(sheet)):
            for c, value in enumerate(row):
                if value == text:
                    return r, c
        sys.exit("no heading %s on %s" % (text, sheet.Name))

    def row(self, sheet, ref):
        for r, row in enumerate(self.texts(sheet)):
            if ref in row[:FIRST_COLUMNS]:
                return r
        sys.exit("no row %s on %s" % (ref, sheet.Name))

    def cell(self, name, ref, heading):
        sheet = self.sheet(name)
        if ref == "":  # a form: the cell right of its label
            r, c = self.heading(sheet, heading)
            return sheet.getCellByPosition(c + 1, r)
        return sheet.getCellByPosition(self.heading(sheet, heading)[1], self.row(sheet, ref))

    def set(self, name, ref, heading, value):
        """Types a value: a number is one, a text beginning with ' is text, = is a formula."""
        self.cell(name, ref, heading).Formula = str(value)

    def unprotect(self, name):
        self.sheet(name).unprotect("")
        if self.sheet(name).isProtected():
            sys.exit("%s is still protected" % name)

    def insert_rows(self, name, above, count):
        sheet = self.sheet(name)
        sheet.Rows.insertByIndex(self.heading(sheet, above)[0], count)

    def insert_column(self, name, before):
        sheet = self.sheet(name)
        sheet.Columns.insertByIndex(self.heading(sheet, before)[1], 1)

    def table(self, name, heading):
        """The rows below a heading, and the heading's column."""
        sheet = self.sheet(name)
        top, column = self.heading(sheet, heading)
        texts = self.texts(sheet)
        last = max(r for r, row in enumerate(texts) if r > top and any(row[:FIRST_COLUMNS]))
        return sheet, top, column, sheet.getCellRangeByPosition(0, top + 1, len(texts[top]) - 1, last)

    def sort_down(self, name, heading):
        _, _, column, rows = self.table(name, heading)
        field = TableSortField(Field=column, IsAscending=False)
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        rows.sort((prop("SortFields", fields), prop("ContainsHeader", False)))

    def filter(self, name, heading, text):
        """Shows only the rows that have the text: the others are hidden."""
        sheet, _, column, rows = self.table(name, heading)
        first = rows.RangeAddress.StartRow
        for r in range(first, rows.RangeAddress.EndRow + 1):
            if sheet.getCellByPosition(column, r).String != text:
                sheet.Rows.getByIndex(r).IsVisible = False

    def hide_column(self, name, heading):
        sheet = self.sheet(name)
        sheet.Columns.getByIndex(self.heading(sheet, heading)[1]).IsVisible = False

    def merge(self, name, ref, first, last):
        sheet = self.sheet(name)
        a, b = self.heading(sheet, first)[1], self.heading(sheet, last)[1]
        r = self.row(sheet, ref)
        sheet.getCellRangeByPosition(a, r, b, r).merge(True)

    def unmerge(self, name, ref, heading):
        cell = self.cell(name, ref, heading)
        cursor = cell.Spreadsheet.createCursorByRange(cell)
        cursor.collapseToMergedArea()
        if cursor.RangeAddress.StartColumn == cursor.RangeAddress.EndColumn:
            sys.exit("%s %s is not merged" % (ref, heading))
        cursor.merge(False)


def shown(value):
    """A value as people see it: 1.0 is 1."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def main():
    desktop = connect(sys.argv[1])
    job = json.load(sys.stdin)
    if job.get("quit"):
        desktop.terminate()
        return
    url = uno.systemPathToFileUrl(job["open"])
    doc = desktop.loadComponentFromURL(url, "_blank", 0, (prop("Hidden", True),))
    clerk = Clerk(doc)
    for name, *arguments in job["steps"]:
        getattr(clerk, name)(*arguments)
    doc.storeToURL(uno.systemPathToFileUrl(job["save"]), (prop("FilterName", "Calc MS Excel 2007 XML"),))
    doc.close(True)


main()
sys.stdout.flush()
os._exit(0)  # the bridge to the office may crash while Python takes itself apart
