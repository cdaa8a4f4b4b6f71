"""Workbooks of other programs, for tests/e2e/xlsx.sh.
usage: xlsx.py big ROWS shared|inline FILE    a workbook of 11 columns
       xlsx.py office FILE                    a register as people keep it, by openpyxl
       xlsx.py look FILE                      what openpyxl finds in a workbook: values, lists, filters, what stays"""
import datetime
import sys
import zipfile

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PKG = 'http://schemas.openxmlformats.org/package/2006/relationships'


def big(rows, kind, path):
    """Rows as a register of tasks has them: texts that repeat and texts that do not, dates, shares."""
    strings, index = [], {}

    def cell(ref, v, style=None):
        if isinstance(v, (int, float)):
            return f'<c r="{ref}" s="{style}"><v>{v}</v></c>'
        if kind == 'inline':
            return f'<c r="{ref}" t="inlineStr"><is><t>{v}</t></is></c>'
        if v not in index:
            index[v] = len(strings)
            strings.append(v)
        return f'<c r="{ref}" t="s"><v>{index[v]}</v></c>'

    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('_rels/.rels', f'<Relationships xmlns="{PKG}"><Relationship Id="a" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        z.writestr('xl/workbook.xml', f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="Nhiệm vụ" sheetId="1" r:id="a"/></sheets></workbook>')
        z.writestr('xl/_rels/workbook.xml.rels', f'<Relationships xmlns="{PKG}"><Relationship Id="a" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/>'
                   f'<Relationship Id="b" Type="{REL}/styles" Target="styles.xml"/><Relationship Id="c" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
        z.writestr('xl/styles.xml', f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>')
        with z.open('xl/worksheets/sheet1.xml', 'w', force_zip64=True) as f:
            f.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for r in range(1, rows + 1):
                values = [(r, 0), (f'Nhiệm vụ số {r}: xây dựng kế hoạch triển khai chuyển đổi số của cơ quan, đơn vị', 0), ('57-NQ/TW', 0), (f'Cơ quan {r % 3321}', 0),
                          (f'Cơ quan {r % 97}', 0), (45658 + r % 700, 1), (46000 + r % 400, 1), ('Đang thực hiện', 0), (r % 101 / 100, 2), ('Quý IV/2025', 0), (f'ghi chú {r % 1000}', 0)]
                f.write((f'<row r="{r}">' + ''.join(cell(f'{chr(65 + c)}{r}', v, s) for c, (v, s) in enumerate(values)) + '</row>').encode())
            f.write('</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>'.encode())
        if kind == 'shared':
            with z.open('xl/sharedStrings.xml', 'w', force_zip64=True) as f:
                f.write(f'<sst xmlns="{MAIN}">'.encode())
                for s in strings:
                    f.write(f'<si><t>{s}</t></si>'.encode())
                f.write(b'</sst>')


def office(path):
    import openpyxl
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = 'Sổ theo dõi'
    ws.append(['SỔ THEO DÕI NHIỆM VỤ'])
    ws.merge_cells('A1:F1')
    ws.append([])
    ws.append(['TT', 'Nhiệm vụ', 'Thời hạn', 'Tiến độ', 'Gấp đôi', 'Ghi chú'])
    for c in ws[3]:
        c.font = Font(bold=True)
    ws.append([1, 'Rà soát "thủ tục" & <báo cáo>', datetime.date(2025, 5, 15), 0.75, '=D4*2', None])
    ws.append([2, 'Hai dòng\ntrong ô', 'Quý IV/2025', 1, '=D5*2', 'giữ nguyên'])
    ws['A4'].number_format = ws['A5'].number_format = '000'
    ws['C4'].number_format = 'dd/mm/yyyy'
    ws['D4'].number_format = ws['D5'].number_format = '0%'
    ws.freeze_panes = 'A4'
    ws.auto_filter.ref = 'A3:F5'
    ws.column_dimensions['B'].width = 40
    v = DataValidation(type='list', formula1='"Quý IV/2025,Thường xuyên"', allow_blank=True)
    v.add('C4:C5')
    ws.add_data_validation(v)
    wb.create_sheet('Ẩn').sheet_state = 'hidden'
    wb['Ẩn']['A1'] = 'x'
    wb.save(path)


def look(path):
    import openpyxl
    wb = openpyxl.load_workbook(path)
    for ws in wb:
        print(f'[{ws.title}] {ws.sheet_state} stays above {ws.freeze_panes} filter {ws.auto_filter.ref} titles {ws.print_title_rows} '
              f'{ws.page_setup.orientation} joined {sorted(str(r) for r in ws.merged_cells.ranges)}')
        for v in sorted(ws.data_validations.dataValidation, key=lambda v: str(v.sqref)):
            print(f'list {v.sqref} {v.formula1}')
        for row in ws.iter_rows():
            cells = [f'{c.coordinate}={c.value!r}' + (f' ({c.number_format})' if isinstance(c.value, datetime.datetime) else '') for c in row if c.value is not None]
            if cells:
                print('; '.join(cells))


command = sys.argv[1]
if command == 'big':
    big(int(sys.argv[2]), sys.argv[3], sys.argv[4])
elif command == 'office':
    office(sys.argv[2])
else:
    look(sys.argv[2])
